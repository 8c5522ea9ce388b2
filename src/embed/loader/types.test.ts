import { spawnSync } from 'node:child_process'
import { copyFile, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, expectTypeOf, it } from 'vitest'
import type { Role } from '../../model/observation.ts'
import type { Language } from '../../model/text.ts'
import type { ChartKind, Show, ThemeWish } from '../../model/view.ts'
import type { OutMessage, ViewMessage } from '../protocol.ts'
import type {
  AtlasChangeMessage,
  AtlasChart,
  AtlasErrorMessage,
  AtlasEventMap,
  AtlasLanguage,
  AtlasMessage,
  AtlasOutMessage,
  AtlasReadyMessage,
  AtlasResizeMessage,
  AtlasRole,
  AtlasSelectMessage,
  AtlasSetMessage,
  AtlasShow,
  AtlasTheme,
  AtlasView,
  AtlasViewChange,
} from './types.ts'

/** What is said inside the envelope. */
type Inside<Message> = Message extends unknown ? Omit<Message, 'source' | 'version'> : never
/** As one object type each, so that `Omit` and intersections compare. */
type Flat<Message> = Message extends unknown ? { [Key in keyof Message]: Message[Key] } : never

it('what hosts are told is what the app means', () => {
  expectTypeOf<AtlasRole>().toEqualTypeOf<Role>()
  expectTypeOf<AtlasShow>().toEqualTypeOf<Show>()
  expectTypeOf<AtlasChart>().toEqualTypeOf<ChartKind>()
  expectTypeOf<AtlasLanguage>().toEqualTypeOf<Language>()
  expectTypeOf<AtlasTheme>().toEqualTypeOf<ThemeWish>()
  expectTypeOf<AtlasView>().toEqualTypeOf<Flat<ViewMessage>>()
  expectTypeOf<keyof AtlasViewChange>().toEqualTypeOf<keyof ViewMessage>()
  expectTypeOf<Flat<Inside<AtlasOutMessage>>>().toEqualTypeOf<Flat<OutMessage>>()
  expectTypeOf<AtlasOutMessage>().toEqualTypeOf<
    AtlasReadyMessage | AtlasResizeMessage | AtlasChangeMessage | AtlasSelectMessage | AtlasErrorMessage
  >()
  expectTypeOf<AtlasMessage>().toEqualTypeOf<AtlasOutMessage | AtlasSetMessage>()
  // An event's detail is the message without envelope and type.
  type Detail<Message> = Flat<Omit<Message, 'source' | 'version' | 'type'>>
  expectTypeOf<AtlasEventMap['atlas-ready']['detail']>().toEqualTypeOf<Detail<AtlasReadyMessage>>()
  expectTypeOf<AtlasEventMap['atlas-change']['detail']>().toEqualTypeOf<Detail<AtlasChangeMessage>>()
  expectTypeOf<AtlasEventMap['atlas-select']['detail']>().toEqualTypeOf<Detail<AtlasSelectMessage>>()
  expectTypeOf<AtlasEventMap['atlas-error']['detail']>().toEqualTypeOf<Detail<AtlasErrorMessage>>()
  // What an embed says may be said to it.
  expectTypeOf<AtlasView>().toExtend<AtlasViewChange>()
})

const HOST = `
import type { AtlasMessage, AtlasView } from './embed'
const element = document.createElement('district-atlas')
element.places = ['310112']
element.height = 620
element.view = { time: '2018..2025', chart: null }
element.addEventListener('atlas-change', ({ detail }) => {
  const view: AtlasView = detail.view
  element.view = view
})
document.querySelector('district-atlas')?.setAttribute('indicator', 'gdp')
window.addEventListener('message', ({ data }: MessageEvent<AtlasMessage>) => {
  if (data.type === 'resize') element.style.height = data.height + 'px'
})
// @ts-expect-error: no such role
element.role = 'button'
// @ts-expect-error: no such chart
element.view = { chart: 'pie' }
`

it('they hold in a project that knows nothing else, as strict as can be', async () => {
  const dir = await mkdtemp(join(tmpdir(), 'atlas-types-'))
  try {
    await copyFile(fileURLToPath(new URL('types.ts', import.meta.url)), join(dir, 'embed.d.ts'))
    await writeFile(join(dir, 'host.ts'), HOST)
    const tsc = fileURLToPath(new URL('../../../node_modules/typescript/bin/tsc', import.meta.url))
    const options = ['--noEmit', '--strict', '--exactOptionalPropertyTypes', '--skipLibCheck', 'false']
    const { stdout, status } = spawnSync(
      process.execPath,
      [
        tsc,
        ...options,
        '--types',
        '',
        '--target',
        'es2022',
        '--module',
        'esnext',
        '--moduleResolution',
        'bundler',
        'host.ts',
      ],
      { cwd: dir, encoding: 'utf8' },
    )
    expect(stdout).toBe('')
    expect(status).toBe(0)
  } finally {
    await rm(dir, { recursive: true })
  }
})
