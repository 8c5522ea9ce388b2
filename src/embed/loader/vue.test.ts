// @vitest-environment jsdom
import { expect, it, vi } from 'vitest'
import { createApp, defineComponent, h, nextTick, reactive } from 'vue'
import { AtlasElement } from './element.ts'
import { queryOf, told } from './testing/host.ts'
import type { DistrictAtlasElement } from './types.ts'

/** Puts the element on the page as a component of Vue would; what `state` says goes on to it. */
function mountHost(onSelect: () => void) {
  const state = reactive<{ places: string[] | null; card: boolean }>({ places: ['a', 'b'], card: false })
  const Host = defineComponent(
    () => () =>
      h(
        'district-atlas',
        {
          src: 'https://atlas.test/',
          'data-role': 'actual',
          indicator: 'gdp',
          places: state.places,
          card: state.card,
          'no-controls': state.card ? null : '',
          'onAtlas-select': onSelect,
        },
        [h('a', { href: 'https://atlas.test/' }, 'GDP')],
      ),
  )
  const app = createApp(Host)
  const root = document.body.appendChild(document.createElement('div'))
  app.mount(root)
  const element = root.querySelector<DistrictAtlasElement>('district-atlas')
  if (!element) throw new Error('Vue drew no element')
  return { app, state, element }
}

it('works from Vue: set, changed, heard, and gone with the component', async () => {
  customElements.define('district-atlas', AtlasElement)
  const onSelect = vi.fn<() => void>()
  const { app, state, element } = mountHost(onSelect)
  expect(queryOf(element)).toBe('?mode=embed&role=actual&indicator=gdp&places=a%2Cb&controls=0')

  state.places = null
  state.card = true
  await nextTick()
  await told()
  expect(queryOf(element)).toBe('?mode=embed&role=actual&indicator=gdp&card=1')
  expect(element).toHaveProperty('textContent', 'GDP')

  element.dispatchEvent(new CustomEvent('atlas-select', { detail: { place: 'a' } }))
  expect(onSelect).toHaveBeenCalledTimes(1)

  app.unmount()
  expect(element.shadowRoot?.querySelector('iframe')).toBeNull()
})
