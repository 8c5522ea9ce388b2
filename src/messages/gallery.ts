import type { Language } from '../model/text.ts'

/**
 * The words of the gallery of embeds and its documentation. They are in no dictionary of the app: the build alone writes these pages,
 * and no reader of the atlas should load them.
 */
const zh = {
  title: '嵌入：示例与说明',
  lead: '这一页就像别人的网页：先是各种嵌入，各附本页用的代码；然后是全部属性、消息和响应头。嵌入的图随网页的语言和明暗，高度随内容，滚动到附近才载入，不存任何东西，也不访问别的网站。',
  atlas: '打开地图',
  language: 'English',
  skip: '跳到正文',
  contents: '目录',
  examples: '示例',
  documentation: '说明',
  theme: '本页的明暗',
  themes: { light: '浅色', dark: '深色' },
  code: '本页的代码',
  codeOf: (title: string) => `代码：${title}`,
  copy: '复制',
  copied: '已复制',
  selected: '已选中，请按 Ctrl+C（Mac 为 ⌘C）',
  forms: { element: '<district-atlas>', iframe: 'iframe' },
  fallback: '在地图中打开这个视图',
  log: '事件记录',
  logHint: '嵌入的图发来的事件，最新的在上。',
  logEmpty: '还没有事件。在地图上选一个地方试试。',
  send: '由本页设置',
  sets: { map: '看地图', chart: '看图表', none: '不选地方', place: (name: string) => `选 ${name}` },
  default: '默认',
  start: {
    title: '两行就够',
    text: '一行载入脚本，一行放图。脚本不到 2 KB，不依赖任何库；同一页放多少个图都只载入一次。里面的链接在图出来之前、以及没有脚本时给读者用。',
    versions: '文件名 embed.js 总是最新的；embed-1.js 固定在消息的第 1 版，以后出了新版也不变。类型在 embed.d.ts。',
    dialog: '不想手写：在地图里点“分享”，再点“放到网页上…”，选好、看过预览，复制代码。',
  },
  attributes: {
    title: '属性',
    text: '框架（React、Vue）设置同名的属性或特性都可以；改了就生效，不重新载入，除非注明。',
    rows: {
      src: '地图的网址。默认是 embed.js 所在的文件夹。改了会重新载入',
      'data-role':
        'target 目标、actual 实绩、investment 投资、project 签约项目。也可写 role，但 HTML 检查工具会当成 ARIA 的 role',
      indicator: '指标的编号，见地图网址；records 是“在册数字个数”',
      time: '2020 或 2018..2025；不写是全部时间',
      places: '所选地方的代码，用逗号分隔，至多六个',
      show: 'map、chart 或 table',
      chart: 'ranking、time、change、distribution、targets 或 scatter；不写由类别决定',
      against: '散点图的第二个指标',
      lang: 'zh-CN 或 en。不写就看最近的 lang 属性',
      theme:
        'light、dark、contrast 或 auto（随读者的系统）。不写就看 CSS 的 color-scheme：只写 dark 才是深色，否则浅色',
      card: '只显示一个数字，连同目标和出处。改了会重新载入',
      still: '一张图，只有链接可点。改了会重新载入',
      play: '下面带时间轴和播放键。改了会重新载入',
      accent: '强调色，六位十六进制，如 0b5fcc；对比度不够时用同色相更深的。改了会重新载入',
      'no-title': '不显示标题。改了会重新载入',
      'no-controls': '不显示控件。改了会重新载入',
      height: '图报出自己的高度之前的高度，像素',
      title: '框架的名称，读屏软件读它',
      poster: '载入之前的静态图，网址相对于 src，如 cards/zh-CN/….svg；深色网页在后面加 #dark',
    },
  },
  link: {
    title: '网址里的设置',
    text: '用 iframe 时都写在网址里。视图的键与地图网址相同（role、indicator、time、places、show、chart、against、lang、theme），另加：',
    rows: {
      'mode=embed': '必写',
      'card=1': '只显示一个数字',
      'still=1': '一张图',
      'play=1': '带时间轴和播放键',
      'accent=0b5fcc': '强调色',
      'title=0': '不显示标题',
      'controls=0': '不显示控件',
    },
  },
  events: {
    title: '事件与属性 view',
    text: '事件会冒泡，也穿出影子树；detail 与同名消息的内容相同。',
    rows: {
      'atlas-ready': '图出来了。detail.view 是现在的视图',
      'atlas-change': '视图变了，不论是读者改的还是网页改的。detail.view',
      'atlas-select': '读者选了一个地方。detail.place 是代码；取消选择是 null',
      'atlas-error': '出了问题，或设置没有被接受。detail.message 是一句话',
      view: '读：现在的视图，还没出来时是 null。写：要改的几个键，其余不变',
    },
  },
  messages: {
    title: '消息',
    text: '不用 <district-atlas> 的网页可以直接用 postMessage。每条消息都是 { source: "district-atlas", version: 1, type, … }。',
    rows: {
      'ready {view}': '图 → 网页：出来了，可以接受设置',
      'resize {height}': '图 → 网页：需要的高度，整数像素。照它设框架的高度就不会有第二个滚动条',
      'change {view}': '图 → 网页：视图变了',
      'select {place}': '图 → 网页：读者选的地方，或 null',
      'error {message}': '图 → 网页：一句话',
      'set {view}': '网页 → 图：要改的几个键。值同网址（"2018..2025"、"310112,310104"），或 JSON（数组、null）',
    },
    rules:
      '图只听上一层窗口（window.parent）的话，逐键检查，不认识的键、值和版本各回一条 error；每秒多于 60 条只用最后一条。消息里没有读者的任何信息。',
    types: '全部类型（embed.d.ts）',
  },
  recipes: {
    title: '各种写法',
    html: '纯 HTML：听事件',
    react: 'React 19',
    vue: 'Vue 3',
    cms: '只收 iframe 的内容管理系统',
    cmsText:
      '结束标签要写；title 给读屏软件；loading="lazy" 到附近才载入；allow 给全屏、复制和分享按钮，没有它，全屏按钮改为“在新窗口打开”。',
    frame: 'iframe 加十行脚本：高度随内容',
    image: '不能放框架的地方：静态图',
    imageText:
      '每个指标和每个区都有一张 SVG 和一个网页，随每次构建更新：cards/语言/类别.指标.svg，cards/语言/place.代码.svg；网页的扩展名是 .html，1200 × 630，供链接预览。SVG 里只有文字和图形，带标题、图例、出处和日期。',
    preview:
      '链接预览要绝对网址：构建时设 ATLAS_SITE=https://…/，网页里才有 og:url、og:image 和 canonical。许多聊天软件只认 PNG；要 PNG 就截下这个网页：',
  },
  headers: {
    title: '响应头',
    host: '网页一方：有内容安全策略（CSP）时须允许',
    hostRows: {
      'script-src': 'embed.js（只用 iframe 时不必）',
      'frame-src': '框架',
      'img-src': '静态图（poster 或 cards/）',
    },
    hostNote: '不需要 unsafe-inline，也不需要 unsafe-eval：脚本不写行内样式，不执行字符串。',
    owner: '地图一方：服务器要发出',
    ownerRows: {
      'Access-Control-Allow-Origin: *':
        '用于 assets/、data/ 和 embed*.js。沙盒里的框架没有来源；没有这一行，框架里就只有一句话和一个链接',
      "Content-Security-Policy: frame-ancestors 'self' https://partner.example":
        '谁可以嵌入。不写则谁都可以。不要再发 X-Frame-Options',
      "Content-Security-Policy: … worker-src 'self' data:":
        'data: 只用于沙盒里要求 renderer=webgl 的地图；没有它，地图改用 SVG',
      "Content-Security-Policy: … 'self' https://atlas.example":
        '每个 ‘self’ 后面写上地图自己的网址：沙盒里没有 allow-same-origin 时，Safari 否则什么都不运行',
    },
  },
  sandbox: {
    title: '沙盒、权限与存储',
    rows: {
      'sandbox="allow-scripts"': '够用。没有存储，没有 Service Worker，图照常',
      'allow-popups allow-popups-to-escape-sandbox': '“在地图中打开”和出处的链接要它',
      'allow-downloads': '导出文件要它',
      'allow="fullscreen; …"': '全屏、保持亮屏、复制、系统分享；没有就没有这些按钮，或改为在新窗口打开',
    },
    text: '不写 Cookie，不存任何东西，不访问别的网站；浏览器历史只替换、不添加。嵌在另一个框架里、先隐藏后显示、从右到左的网页、50% 或 200% 缩放，都可以。',
  },
}

const en: typeof zh = {
  title: 'Embedding: examples and documentation',
  lead: 'This page is like a page of somebody else: embeds of every kind, each with the code that this page uses for it, then all attributes, messages and headers. An embed follows the page’s language and theme, is as high as its content, loads when it comes near, stores nothing and asks no other site.',
  atlas: 'Open the atlas',
  language: '中文',
  skip: 'Skip to content',
  contents: 'Contents',
  examples: 'Examples',
  documentation: 'Documentation',
  theme: 'Theme of this page',
  themes: { light: 'Light', dark: 'Dark' },
  code: 'The code on this page',
  codeOf: (title) => `Code: ${title}`,
  copy: 'Copy',
  copied: 'Copied',
  selected: 'Selected: press Ctrl+C (⌘C on a Mac)',
  forms: { element: '<district-atlas>', iframe: 'iframe' },
  fallback: 'Open this view in the atlas',
  log: 'Event log',
  logHint: 'Events that the embed sent, the latest first.',
  logEmpty: 'No event yet. Select a place on the map.',
  send: 'Set by this page',
  sets: { map: 'Show the map', chart: 'Show a chart', none: 'Select none', place: (name) => `Select ${name}` },
  default: 'default',
  start: {
    title: 'Two lines will do',
    text: 'One loads the script, one puts the embed. The script is under 2 KB and needs no library; however many embeds a page has, it is loaded once. The link inside is for readers before the embed is there, and without scripts.',
    versions:
      'embed.js is always the latest; embed-1.js stays with version 1 of the messages, whatever comes after it. Types are in embed.d.ts.',
    dialog: 'Rather not write it by hand: in the atlas press Share, then “Put it on a page…”, choose, look, copy.',
  },
  attributes: {
    title: 'Attributes',
    text: 'Frameworks (React, Vue) may set attributes or properties of the same name. A change takes effect at once, without loading anew unless it says so.',
    rows: {
      src: 'Address of the atlas; the folder of embed.js by default. A change loads anew',
      'data-role':
        'target, actual, investment or project. Plain role works too, but checkers of HTML take it for ARIA’s',
      indicator: 'Id of an indicator, as in the address of the atlas; records counts the figures on record',
      time: '2020 or 2018..2025; all time by default',
      places: 'Codes of the selected places, with commas, at most six',
      show: 'map, chart or table',
      chart: 'ranking, time, change, distribution, targets or scatter; by default what suits the role',
      against: 'The second indicator of a scatter',
      lang: 'zh-CN or en; by default the nearest lang attribute',
      theme:
        'light, dark, contrast or auto (as the reader’s system). By default CSS color-scheme: dark where it says dark alone, else light',
      card: 'One number with its target and source. A change loads anew',
      still: 'A picture with nothing to press but links. A change loads anew',
      play: 'The timeline with its play button below. A change loads anew',
      accent:
        'Accent colour, six hexadecimal digits as 0b5fcc; where it is too faint, a deeper one of its hue. A change loads anew',
      'no-title': 'No title. A change loads anew',
      'no-controls': 'No controls. A change loads anew',
      height: 'Height until the embed tells its own, CSS pixels',
      title: 'Name of the frame, for screen readers',
      poster:
        'Still picture until the embed is there, relative to src: cards/en/….svg; with #dark behind it on a dark page',
    },
  },
  link: {
    title: 'Settings in the address',
    text: 'In an iframe all of it stands in the address. Keys of the view are those of the atlas itself (role, indicator, time, places, show, chart, against, lang, theme), and:',
    rows: {
      'mode=embed': 'required',
      'card=1': 'one number',
      'still=1': 'a picture',
      'play=1': 'timeline and play button',
      'accent=0b5fcc': 'accent colour',
      'title=0': 'no title',
      'controls=0': 'no controls',
    },
  },
  events: {
    title: 'Events, and the property view',
    text: 'Events bubble, also out of shadow trees; detail is what the message of that name carries.',
    rows: {
      'atlas-ready': 'The embed is there. detail.view is what it shows',
      'atlas-change': 'The view changed, by the reader or by the page. detail.view',
      'atlas-select': 'The reader chose a place. detail.place is its code, or null where the choice was taken back',
      'atlas-error': 'Something went wrong, or a change was refused. detail.message is a sentence',
      view: 'Read: what the embed shows, null before it is there. Write: the keys to change; the others stay',
    },
  },
  messages: {
    title: 'Messages',
    text: 'A page without <district-atlas> may use postMessage itself. Every message is { source: "district-atlas", version: 1, type, … }.',
    rows: {
      'ready {view}': 'embed → page: it is there and listens',
      'resize {height}':
        'embed → page: the height it needs, whole CSS pixels. A frame of that height has no second scroll bar',
      'change {view}': 'embed → page: the view changed',
      'select {place}': 'embed → page: the place that the reader chose, or null',
      'error {message}': 'embed → page: a sentence',
      'set {view}':
        'page → embed: the keys to change. Values as in a link ("2018..2025", "310112,310104") or as JSON (a list, null)',
    },
    rules:
      'The embed listens to window.parent alone and checks every key; an unknown key, value or version is answered by an error. Of more than 60 messages a second the last alone counts. No message holds anything of the reader.',
    types: 'All types (embed.d.ts)',
  },
  recipes: {
    title: 'Recipes',
    html: 'Plain HTML, with events',
    react: 'React 19',
    vue: 'Vue 3',
    cms: 'A CMS that takes iframes only',
    cmsText:
      'Write the closing tag. title is for screen readers; loading="lazy" waits until it comes near; allow is for full screen, copying and sharing: without it the button of full screen opens a new window.',
    frame: 'An iframe and ten lines of script: as high as its content',
    image: 'Where no frame may stand: still pictures',
    imageText:
      'Each indicator and each district has an SVG and a page, made anew by every build: cards/language/role.indicator.svg, cards/language/place.code.svg; pages end in .html and are 1200 × 630, for previews of links. The SVG is text and shapes alone, with title, legend, sources and date.',
    preview:
      'Previews need absolute addresses: with ATLAS_SITE=https://…/ set, the build writes og:url, og:image and canonical. Many messengers know only PNG; for one, take a picture of that page:',
  },
  headers: {
    title: 'Headers',
    host: 'The host’s page, where it has a Content-Security-Policy, must allow',
    hostRows: {
      'script-src': 'embed.js (not for a plain iframe)',
      'frame-src': 'the frame',
      'img-src': 'still pictures (poster, or cards/)',
    },
    hostNote: 'Neither unsafe-inline nor unsafe-eval is needed: the script writes no inline style and runs no string.',
    owner: 'The atlas’ server must send',
    ownerRows: {
      'Access-Control-Allow-Origin: *':
        'for assets/, data/ and embed*.js. A sandboxed frame has no origin; without this it shows a sentence and a link alone',
      "Content-Security-Policy: frame-ancestors 'self' https://partner.example":
        'who may embed. Without it, everybody. Send no X-Frame-Options beside it',
      "Content-Security-Policy: … worker-src 'self' data:":
        'data: is only for a sandboxed frame that asks for renderer=webgl; without it the map is drawn as SVG',
      "Content-Security-Policy: … 'self' https://atlas.example":
        'the atlas’s own address behind each ‘self’: in a sandboxed frame without allow-same-origin Safari runs nothing otherwise',
    },
  },
  sandbox: {
    title: 'Sandbox, permissions, storage',
    rows: {
      'sandbox="allow-scripts"': 'is enough. No storage, no service worker; the embed works',
      'allow-popups allow-popups-to-escape-sandbox': 'for “open in the atlas” and links to sources',
      'allow-downloads': 'for exported files',
      'allow="fullscreen; …"':
        'full screen, a screen that stays on, copying, sharing; without them these buttons are gone, or open a new window',
    },
    text: 'No cookie, nothing stored, no other site asked; the history is only replaced. Inside another frame, hidden at first, on a right-to-left page, at 50 % or 200 % zoom: it works.',
  },
}

export type GalleryWords = typeof zh

/** @returns the words of the gallery in a language. */
export function galleryWords(language: Language): GalleryWords {
  return language === 'en' ? en : zh
}
