import { rulesFor, TYPES, type Owner, type Rule } from './policy.ts'

/** Kinds that Caddy does not know, or takes for something else (`.ts` for video). */
const UNKNOWN = ['csv', 'map', 'pmtiles', 'ts', 'webmanifest']

/** @returns `Caddyfile`: the site on port 8080, wherever below its root the files lie. */
export function caddyfile(owner: Owner): string {
  // Caddy fills the one in when it reads the file, the other for each visitor: the host as they called it.
  const rules = rulesFor({ ...owner, framedBy: `{$ATLAS_FRAMED_BY:${owner.framedBy}}`, itself: 'http://{hostport}' })
  return `# The atlas behind Caddy: caddy run --config <this file>. Made by data/serve/caddy.ts from data/serve/policy.ts.
# With a host's name in place of :8080 Caddy gets a certificate for it.
# ATLAS_FRAMED_BY in the environment names the pages that may hold the atlas in a frame: 'self' https://a.example

:8080 {
	# Below a path of a host: lay the files in /srv/atlas/some/path.
	root * /srv/atlas
	file_server {
		# The build lays <name>.br and <name>.gz beside its texts.
		precompressed br gzip
	}
${rules.map((rule, at) => block(rule, `rule${at}`)).join('')}
${UNKNOWN.map((ending) => `	@${ending} path *.${ending}\n	header @${ending} Content-Type "${TYPES[ending] ?? ''}"\n`).join('')}}
`
}

function block({ header, value, paths, otherwise }: Rule, name: string): string {
  if (paths.includes('/*')) return `\n	header ${header} "${value}"\n`
  // Sets of paths that exclude each other: Caddy puts directives into an order of its own.
  const list = paths.map((path) => `*${path}`).join(' ')
  // A 404 in the middle of a deployment must not be kept for a year.
  const exists = header === 'Cache-Control' ? '\n		file' : ''
  const rest =
    otherwise === undefined ? '' : `	@${name}rest not path ${list}\n	header @${name}rest ${header} "${otherwise}"\n`
  return `\n	@${name} {\n		path ${list}${exists}\n	}\n	header @${name} ${header} "${value}"\n${rest}`
}
