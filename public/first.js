// Before the first paint: theme and language of the link, so that nothing flashes. Plain old script, a file of its own so that
// a Content-Security-Policy needs no exception; it must never throw, whatever the link or the storage holds.
;(function () {
  var root = document.documentElement
  var query = new URLSearchParams(location.search)
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
  var other = (language && language !== 'zh-CN') || keys.some(function (key) { return query.has(key) })
  // The page holds the default view in Chinese; a link that asks for another waits for the app rather than flash it.
  if (other) root.dataset.first = 'other'
  // In a frame that the app's script cannot get into (no CORS for its files, a policy) one line and a link stand; the host is told.
  function sayLost() {
    var still = document.querySelector('[data-static]')
    if (still) still.hidden = true
    ;['mode', 'card', 'still', 'play', 'accent', 'title', 'controls'].forEach(function (key) { query.delete(key) })
    var lines = document.querySelectorAll('[data-lost]')
    for (var j = 0; j < lines.length; j++) {
      if (lines[j].lang !== (language || 'zh-CN')) continue
      lines[j].hidden = false
      lines[j].querySelector('a').href = './?' + query
      if (framed) {
        parent.postMessage(
          { source: 'district-atlas', version: 1, type: 'error', message: lines[j].firstChild.textContent.trim() },
          '*',
        )
      }
    }
  }
  // Where the app's script cannot be loaded the still view is better than a blank page.
  window.addEventListener(
    'error',
    function (event) {
      if (!event.target || event.target.tagName !== 'SCRIPT') return
      delete root.dataset.first
      root.dataset.app = 'error'
      if (mode !== 'embed') return
      if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', sayLost)
      else sayLost()
    },
    true,
  )
})()
