// Before the first paint: theme and language of the link, so that nothing flashes. Plain old script, a file of its own so that
// a Content-Security-Policy needs no exception; it must never throw, whatever the link or the storage holds and however old the
// browser is.
;(function () {
  var root = document.documentElement
  // Where there is no such thing (a browser too old for the app, too), no link asks for anything.
  var nothing = { get: function () { return null }, has: function () { return false }, 'delete': function () {}, toString: function () { return '' } }
  var query = window.URLSearchParams ? new URLSearchParams(location.search) : nothing
  var framed = window.parent !== window
  var remembered = {}
  try {
    // Inside of another page nothing is remembered.
    if (!framed) remembered = JSON.parse(localStorage.getItem('district-atlas.preferences')) || {}
  } catch (error) {
    // No storage here.
  }
  function known(value, values) {
    return values.indexOf(value) >= 0 ? value : null
  }
  var themes = ['light', 'dark', 'contrast']
  function asked(feature) {
    return window.matchMedia && matchMedia('(' + feature + ')').matches
  }
  // As src/app/useSystemTheme.ts.
  var system = asked('prefers-color-scheme: dark')
    ? 'dark'
    : asked('prefers-contrast: more') && !asked('forced-colors: active')
      ? 'contrast'
      : 'light'
  var mode = query.get('mode')
  root.dataset.mode = mode === 'present' || mode === 'embed' ? mode : 'explore'
  // As src/app/preferences.ts.
  root.dataset.theme =
    query.get('theme') === 'auto'
      ? system
      : known(query.get('theme'), themes) ||
        (mode === 'present' ? 'dark' : mode === 'embed' || framed ? 'light' : known(remembered.theme, themes) || system)

  var languages = ['zh-CN', 'en']
  var language = known(query.get('lang'), languages) || known(remembered.lang, languages)
  for (var i = 0; !language && i < (navigator.languages || []).length; i++) {
    if (/^zh/i.test(navigator.languages[i])) language = 'zh-CN'
    else if (/^en/i.test(navigator.languages[i])) language = 'en'
  }
  var keys = ['role', 'indicator', 'time', 'places', 'show', 'chart', 'against', 'mode']
  var elsewhere = keys.some(function (key) { return query.has(key) })
  var other = (language && language !== 'zh-CN') || elsewhere
  // The page holds the default view in Chinese; a link that asks for another waits for the app rather than flash it.
  if (other) root.dataset.first = 'other'
  // Its files are on their way before the app can ask for them; a link to elsewhere needs other figures. Not before the first
  // paint, which they would hold up, nor once the app has asked (src/app/main.tsx).
  var own = document.currentScript
  function filesOf(name) {
    return ((own && own.getAttribute(name)) || '').split(' ')
  }
  function preload() {
    if (root.hasAttribute('data-started')) return
    filesOf('data-files')
      .concat(elsewhere ? [] : filesOf('data-figures'))
      .forEach(function (path) {
        if (!path) return
        var link = document.createElement('link')
        link.rel = 'preload'
        link.as = 'fetch'
        link.fetchPriority = 'low'
        link.crossOrigin = 'anonymous'
        link.href = './' + path
        document.head.appendChild(link)
      })
  }
  if (document.hidden || !window.requestAnimationFrame) preload()
  // Elsewhere nothing is painted until the app has them.
  else if (elsewhere || !window.PerformancePaintTiming) requestAnimationFrame(function () { setTimeout(preload) })
  else
    new PerformanceObserver(function (list, observer) {
      if (!list.getEntriesByName('first-contentful-paint').length) return
      observer.disconnect()
      preload()
    }).observe({ entryTypes: ['paint'] })
  // The picture in the reader's own language takes the other's place as soon as the parser has all of it.
  function swap() {
    var mine = document.querySelector('template[lang=' + language + ']')
    var still = document.querySelector('[data-static]')
    if (mine && mine.content && still && (mine.nextSibling || mine.parentNode.nextSibling)) {
      while (still.firstChild) still.removeChild(still.firstChild)
      still.appendChild(mine.content)
      root.lang = language
      root.removeAttribute('data-first')
    } else if (document.readyState === 'loading') return
    parser.disconnect()
  }
  var parser
  if (other && !elsewhere && window.MutationObserver) {
    parser = new MutationObserver(swap)
    parser.observe(document, { childList: true, subtree: true })
  }
  function inLanguage(name, call) {
    var lines = document.querySelectorAll('[' + name + ']')
    for (var j = 0; j < lines.length; j++) if (lines[j].lang === (language || 'zh-CN')) call(lines[j])
  }
  function hideStill() {
    var still = document.querySelector('[data-static]')
    if (still) still.hidden = true
  }
  function tell(message) {
    if (framed) parent.postMessage({ source: 'district-atlas', version: 1, type: 'error', message: message }, '*')
  }
  // In a frame that the app's script cannot get into (no CORS for its files, a policy) one line and a link stand; the host is told.
  function sayLost() {
    if (said) return
    said = true
    hideStill()
    ;['mode', 'card', 'still', 'play', 'accent', 'title', 'controls'].forEach(function (key) { query['delete'](key) })
    inLanguage('data-lost', function (line) {
      line.hidden = false
      line.querySelector('a').href = './?' + query
      tell(line.firstChild.textContent.trim())
    })
  }
  // The still view with a sentence above it.
  function sayOld() {
    inLanguage('data-old', function (line) { line.hidden = false })
  }
  // In #root the app takes the line away; app.css hides its own.
  var said
  function sayCut(what) {
    var place = (what !== 'style' && document.getElementById('root')) || document.body
    var words = own && JSON.parse(own.getAttribute('data-cut'))
    if (!words || said) return
    said = true
    if (!place) {
      // Browsers paint no page whose body the parser has not seen.
      document.open()
      document.close()
      root = document.documentElement
      root.dataset.app = 'error'
      place = document.body
    }
    var line = document.createElement('p')
    line.lang = language || 'zh-CN'
    words = words[line.lang]
    var again = document.createElement('button')
    line.setAttribute('data-cut', what || '')
    line.setAttribute('role', 'alert')
    line.appendChild(document.createTextNode(words[0] + ' '))
    again.appendChild(document.createTextNode(words[1]))
    again.onclick = function () { location.reload() }
    line.appendChild(again)
    place.insertBefore(line, place.firstChild)
    if (mode !== 'embed') return
    hideStill()
    tell(words[0])
  }
  // Where the app's script cannot be loaded or run the still view is better than a blank page.
  function stay(say) {
    root.removeAttribute('data-first')
    root.dataset.app = 'error'
    if (!say) return
    if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', function () { say() })
    else say()
  }
  // Below the floor of vite.config.ts, where the app's script is not started, stops at its first word or half-way: no modules, no
  // ES2022. Look-behind came to Safari with the last part of it (16.4), findLast to Chrome and Firefox after it (97, 104).
  function tooOld() {
    try {
      new RegExp('(?<=a)b')
      return !('noModule' in document.createElement('script')) || !Array.prototype.findLast || !Object.hasOwn || !window.structuredClone
    } catch (error) {
      return true
    }
  }
  // src/app/main.tsx leaves such a page alone.
  function stayOld() {
    root.setAttribute('data-too-old', '')
    stay(mode === 'embed' ? sayLost : sayOld)
  }
  if (tooOld()) stayOld()
  window.addEventListener(
    'error',
    function (event) {
      var name = event.target && event.target.tagName
      // Nothing needs early.js.
      if (name === 'SCRIPT' && /early\.js/.test(event.target.src)) return
      if (name === 'SCRIPT') stay(mode === 'embed' ? sayLost : sayCut)
      else if (name === 'LINK' && mode !== 'embed' && event.target === document.querySelector('link[rel=stylesheet]')) sayCut('style')
      // A word that the browser does not know, though it knew those above.
      else if (event.error instanceof SyntaxError && root.dataset.app === 'loading') stayOld()
    },
    true
  )
  // Of a page that is cut off browsers start no script, and tell nobody.
  var size
  function watch(left) {
    setTimeout(function () {
      var place = document.getElementById('root')
      // Until the app takes over, <noscript> is there.
      if (root.dataset.app !== 'loading' || (place && place.firstChild && !place.querySelector('noscript'))) return
      var before = size
      size = document.getElementsByTagName('*').length
      if (left && (document.readyState !== 'loading' || size !== before || !document.body)) return watch(left - 1)
      stay()
      sayCut()
    }, 5000)
  }
  watch(6)
})()
