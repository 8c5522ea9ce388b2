// Until the app is there: a place pressed on the build's picture is named at once and written into the link, which the app reads when
// it starts; any other control pressed is pressed again then. Plain old script, as first.js; nothing is lost where it fails.
;(function () {
  var root = document.documentElement
  var script = document.currentScript
  if (!script || !window.URLSearchParams || !history.pushState || root.dataset.mode !== 'explore') return
  var words = JSON.parse(script.getAttribute('data-words') || '{}')
  /** What finds the control pressed last in the app, too. */
  var later = null
  var keys = ['data-action', 'data-role-option', 'data-show-option', 'data-step', 'data-source-of']

  function still() {
    return root.dataset.app === 'loading' && !root.dataset.first ? document.querySelector('[data-static]') : null
  }

  function each(page, selector, call) {
    Array.prototype.forEach.call(page.querySelectorAll(selector), call)
  }

  function remove(node) {
    node.parentNode.removeChild(node)
  }

  function name(page, code) {
    var wait = words[root.lang].wait
    var query = new URLSearchParams(location.search)
    query.set('places', code)
    history[framed() ? 'replaceState' : 'pushState'](null, '', '?' + query + location.hash)
    each(page, '[data-early]', function (node) {
      node.removeAttribute('data-early')
    })
    each(page, 'use[data-place="' + code + '"]', function (node) {
      node.setAttribute('data-early', '')
      // Above its neighbours, whose areas would cover half of its outline.
      node.parentNode.appendChild(node)
    })
    each(page, '[data-region="details"] h2, [data-part="sheet"] > p > :nth-child(2)', function (node) {
      node.textContent = words[root.lang].names[code]
    })
    each(page, '[data-part="sheet"] > p > :nth-child(3)', function (node) {
      node.textContent = wait
    })
    // What stood there was the city's.
    each(page, '[data-region="details"] article > *, [data-region="details"] header > *', function (node) {
      if (!node.querySelector('h2') && !node.hasAttribute('data-wait')) remove(node)
    })
    each(page, '[data-region="details"] h2 ~ *', remove)
    each(page, '[data-region="details"] article', function (node) {
      var said = node.querySelector('[data-wait]') || node.appendChild(document.createElement('p'))
      said.setAttribute('data-wait', '')
      said.setAttribute('role', 'status')
      said.textContent = wait
    })
  }

  function framed() {
    return window.parent !== window
  }

  /** @returns a selector of the control, or null for what is none */
  function selectorOf(node) {
    for (var i = 0; i < keys.length; i++) {
      var value = node.getAttribute(keys[i])
      if (value !== null) return '[' + keys[i] + '="' + value.replace(/["\\]/g, '\\$&') + '"]'
    }
    return null
  }

  document.addEventListener('click', function (event) {
    var page = still()
    if (!page || !page.contains(event.target) || event.ctrlKey || event.metaKey || event.altKey) return
    var place = event.target.closest('[data-place]')
    var code = place && place.getAttribute('data-place')
    var control = event.target.closest('button')
    if (control) {
      later = selectorOf(control)
      if (later) control.setAttribute('aria-busy', 'true')
    } else if (code && words[root.lang] && words[root.lang].names.hasOwnProperty(code)) {
      later = null
      name(page, code)
    }
  })

  var watch = new MutationObserver(function () {
    if (root.dataset.app === 'loading') return
    watch.disconnect()
    var control = later && root.dataset.app === 'ready' && document.querySelector(later)
    if (!control) return
    control.focus()
    control.click()
  })
  watch.observe(root, { attributes: true, attributeFilter: ['data-app'] })
})()
