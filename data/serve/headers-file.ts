import { rulesFor, type Owner } from './policy.ts'

/**
 * @returns `_headers`, as Netlify, Cloudflare Pages and others read it from the site's folder. They add a header twice where two of
 * the paths match, so what is meant for all other paths is left to them: all of them have browsers ask again by themselves.
 */
export function headersFile(owner: Owner): string {
  const byPath = new Map<string, string[]>()
  for (const { header, value, paths } of rulesFor(owner)) {
    for (const path of paths.flatMap(addressesOf)) {
      byPath.set(path, [...(byPath.get(path) ?? []), `  ${header}: ${value}`])
    }
  }
  return `# Made by data/serve/headers-file.ts from data/serve/policy.ts. For a site at the root of its host: copy it into dist/.
# For Safari in frames with "sandbox" but no "allow-same-origin" write the site's own address behind each 'self': 'self' https://host.example
${[...byPath].map(([path, lines]) => `\n${path}\n${lines.join('\n')}\n`).join('')}`
}

/** Some of these hosts serve `/page.html` as `/page`. */
function addressesOf(path: string): readonly string[] {
  return path.endsWith('.html') && path !== '/index.html' ? [path, path.slice(0, -'.html'.length)] : [path]
}
