import { mkdir, readFile, readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { strFromU8, unzipSync } from 'fflate'
import { expect, test } from 'vitest'
import { main } from './cli.ts'
import { temporaryDir, writeFixture } from './fixtures.ts'
import { PUBLISHED, publishPackage } from './publish.ts'

async function published() {
  const { dir } = await writeFixture()
  const out = await temporaryDir()
  return { dir, out, names: await publishPackage(dir, out) }
}

test('the package lies beside the compiled pack as it is: the descriptor and every file that it names', async () => {
  const { dir, out, names } = await published()
  const descriptor = JSON.parse(await readFile(join(dir, 'datapackage.json'), 'utf8')) as {
    readonly resources: readonly { readonly path: string }[]
  }
  expect(names).toEqual(expect.arrayContaining(['datapackage.json', ...descriptor.resources.map(({ path }) => path)]))
  for (const name of names.slice(0, -1)) {
    expect(await readFile(join(out, PUBLISHED, name))).toEqual(await readFile(join(dir, name)))
  }
  expect((await readdir(join(out, PUBLISHED))).sort()).toEqual([...names].sort())
})

test('the zip holds the same files, and the same package gives the same bytes', async () => {
  const first = await published()
  const path = (out: string, names: readonly string[]) => join(out, PUBLISHED, names.at(-1) ?? '')
  const zip = await readFile(path(first.out, first.names))
  const inside = unzipSync(zip)
  expect(Object.keys(inside)).toEqual(first.names.slice(0, -1))
  expect(strFromU8(inside['places.csv'] ?? new Uint8Array())).toBe(
    await readFile(join(first.dir, 'places.csv'), 'utf8'),
  )
  const second = await published()
  expect((await readFile(path(second.out, second.names))).equals(zip)).toBe(true)
})

test('a package too large for memory is published piece by piece, with the same files in its zip', async () => {
  const { dir } = await writeFixture()
  const out = await temporaryDir()
  const names = await publishPackage(dir, out, 0)
  const inside = unzipSync(await readFile(join(out, PUBLISHED, names.at(-1) ?? '')))
  expect(Object.keys(inside)).toEqual(names.slice(0, -1))
  for (const name of names.slice(0, -1)) {
    const bytes = await readFile(join(dir, name))
    expect(await readFile(join(out, PUBLISHED, name))).toEqual(bytes)
    expect(Buffer.from(inside[name] ?? [])).toEqual(bytes)
  }
  expect((await readdir(join(out, PUBLISHED))).sort()).toEqual([...names].sort())
})

test('what else lies in the folder stays there, and what an earlier run left goes', async () => {
  const { dir } = await writeFixture()
  const out = await temporaryDir()
  await writeFile(join(dir, '~$places.csv'), 'a lock file')
  await mkdir(join(out, PUBLISHED))
  await writeFile(join(out, PUBLISHED, 'atlas-0.0.1.zip'), 'old')
  await publishPackage(dir, out)
  const names = await readdir(join(out, PUBLISHED))
  expect(names).not.toContain('~$places.csv')
  expect(names).not.toContain('atlas-0.0.1.zip')
})

test('a path out of the package is not followed', async () => {
  const { dir } = await writeFixture()
  const path = join(dir, 'datapackage.json')
  const descriptor = JSON.parse(await readFile(path, 'utf8')) as { resources: object[] }
  descriptor.resources.push(
    { name: 'secret', path: '../secret.txt' },
    { name: 'far', path: 'https://example.org/a.csv' },
  )
  await writeFile(path, JSON.stringify(descriptor))
  await writeFile(join(dir, '..', 'secret.txt'), 'secret')
  const names = await publishPackage(dir, await temporaryDir())
  expect(names.filter((name) => /secret|example/.test(name))).toEqual([])
})

test('`npm run data` publishes it', async () => {
  const { dir } = await writeFixture()
  const out = await temporaryDir()
  expect(await main(['compile', '--package', dir, '--out', out], () => undefined)).toBe(0)
  expect(await readdir(join(out, PUBLISHED))).toContain('datapackage.json')
})
