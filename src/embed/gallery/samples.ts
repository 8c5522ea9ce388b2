import { attributesOf } from './shown.ts'

/** Code that hosts write, in the languages that they write it in; it says nothing to the reader and needs no translation. */
export interface Samples {
  readonly start: string
  readonly html: string
  readonly react: string
  readonly vue: string
  readonly cms: string
  readonly frame: string
  readonly image: string
  readonly preview: string
}

const ALLOW = 'fullscreen; screen-wake-lock; clipboard-write; web-share'

interface Given {
  /** Address of the atlas with a slash at its end. */
  readonly base: string
  readonly lang: string
  /** View of the example as a link has it. */
  readonly query: string
  readonly title: string
  /** A card that the build wrote, relative to `base`, without its ending. */
  readonly card: string
}

/** @returns the recipes, about one view of the package. */
export function samplesOf({ base, lang, query, title, card }: Given): Samples {
  const pairs = Object.entries(attributesOf(query))
  const attributes = pairs.map(([key, value]) => (value === '' ? key : `${key}="${value}"`)).join(' ')
  const link = `${base}?${query}`.replaceAll('&', '&amp;')
  const src = `${base}?mode=embed&${query}&lang=${lang}`.replaceAll('&', '&amp;')
  const script = `<script src="${base}embed.js" async></script>`
  const frame = `<iframe src="${src}" title="${title}"
  width="100%" height="620" loading="lazy" style="border: 0"
  allow="${ALLOW}" referrerpolicy="strict-origin-when-cross-origin"></iframe>`
  return {
    start: `${script}
<district-atlas ${attributes} title="${title}">
  <a href="${link}">${title}</a>
</district-atlas>`,
    html: `${script}
<district-atlas id="atlas" ${attributes} title="${title}" height="620">
  <a href="${link}">${title}</a>
</district-atlas>
<p id="chosen"></p>
<script src="page.js"></script>

// page.js
const atlas = document.getElementById('atlas')
atlas.addEventListener('atlas-select', (event) => {
  document.getElementById('chosen').textContent = event.detail.place ?? ''
})
atlas.view = { show: 'chart', chart: 'ranking' }`,
    react: `// index.html: ${script}
export function Atlas({ places, onSelect }) {
  return (
    <district-atlas
      ${pairs.map(([key, value]) => `${key}="${value}"`).join(' ')}
      title="${title}"
      places={places.join(',')}
      onatlas-select={(event) => onSelect(event.detail.place)}
    >
      <a href="${link}">${title}</a>
    </district-atlas>
  )
}`,
    vue: `// vite.config.js: vue({ template: { compilerOptions: { isCustomElement: (tag) => tag === 'district-atlas' } } })
<script setup>
defineProps(['places'])
defineEmits(['select'])
</script>

<template>
  <district-atlas
    ${attributes}
    title="${title}"
    :places="places.join(',')"
    @atlas-select="$emit('select', $event.detail.place)"
  >
    <a href="${link}">${title}</a>
  </district-atlas>
</template>`,
    cms: frame,
    frame: `${frame.replace('<iframe ', '<iframe id="atlas" ')}
<script src="page.js"></script>

// page.js
const frame = document.getElementById('atlas')
const { origin } = new URL(frame.src)
addEventListener('message', ({ source, data }) => {
  if (source !== frame.contentWindow || data?.source !== 'district-atlas' || data.version !== 1) return
  if (data.type === 'resize') frame.height = data.height
  if (data.type === 'ready') send({ theme: 'dark' })
})
function send(view) {
  frame.contentWindow.postMessage({ source: 'district-atlas', version: 1, type: 'set', view }, origin)
}`,
    image: `<a href="${link}">
  <img src="${base}${card}.svg" width="1200" height="630"
    alt="${title}" loading="lazy" style="max-width: 100%; height: auto">
</a>`,
    preview: `chromium --headless --screenshot=card.png --window-size=1200,630 --hide-scrollbars \\
  ${base}${card}.html`,
  }
}
