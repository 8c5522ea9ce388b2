import { rulesFor, TYPES, type Owner, type Rule } from './policy.ts'

/** `nginx-brotli.conf`, a file of its own, since an nginx without the module takes the line for an error. */
export const NGINX_BROTLI = `# Hands out the files' brotli twins. Without the module (Debian: libnginx-mod-http-brotli-static) leave this file out.
brotli_static on;
`

const FRAMED_BY = '$atlas_framed_by'
const ITSELF = '$atlas_itself'

/** @returns `nginx.conf`: all that nginx needs to serve the site, as whoever starts it, writing to /tmp alone. */
export function nginxConf(owner: Owner): string {
  const rules = rulesFor({ ...owner, framedBy: FRAMED_BY, itself: ITSELF })
  const names = [...new Set(rules.map(({ header }) => header))]
  const types = Object.entries(TYPES).map(([ending, type]) => `    "${type}" ${ending};`)
  return `# The atlas behind nginx, whole: nginx -c <this file>. Made by data/serve/nginx.ts from data/serve/policy.ts.
# TLS and Strict-Transport-Security are for whoever owns the host's name.

pid /tmp/atlas-nginx.pid;
error_log stderr warn;
worker_processes auto;
include /etc/nginx/modules-enabled/*-brotli-static.conf;

events {
  worker_connections 1024;
}

http {
  client_body_temp_path /tmp/atlas-nginx-body;
  proxy_temp_path /tmp/atlas-nginx-proxy;
  fastcgi_temp_path /tmp/atlas-nginx-fastcgi;
  uwsgi_temp_path /tmp/atlas-nginx-uwsgi;
  scgi_temp_path /tmp/atlas-nginx-scgi;
  # Nobody's visit is written down.
  access_log off;
  server_tokens off;
  sendfile on;
  tcp_nopush on;

  default_type application/octet-stream;
  types {
${types.join('\n')}
  }

  # The build lays <name>.gz and <name>.br beside its texts.
  gzip_static on;
  include nginx-brotli*.conf;

  # The pages that may hold the atlas in a frame: * is any; 'self' https://a.example https://b.example are these.
  map "" ${FRAMED_BY} {
    default "${owner.framedBy}";
  }

  # This host as the visitor called it, http for https as well: Safari does not take it for 'self' in a sandboxed frame.
  map $http_host ${ITSELF} {
    "" "http://$host";
    default "http://$http_host";
  }

  # By what a path ends in, so that the site may lie below any other.
${names.flatMap((name) => map(name, rules) ?? []).join('\n')}
  server {
    listen 8080;
    # Below a path of a host: lay the files in /srv/atlas/some/path. No other line changes.
    root /srv/atlas;
    absolute_redirect off;
${names.map((name) => addHeader(name, rules)).join('\n')}
  }
}
`
}

/** One header as a variable that is empty where it is not sent; null: it is the same for all. */
function map(name: string, all: readonly Rule[]): string | null {
  const rules = all.filter(({ header }) => header === name)
  if (isEverywhere(rules)) return null
  const [otherwise] = rules.flatMap((rule) => rule.otherwise ?? [])
  const lines = rules.map(({ paths, value }) => {
    return `    "~(?:${paths.map(regexOf).join('|')})" "${value}";`
  })
  const first = otherwise === undefined ? [] : [`    default "${otherwise}";`]
  return `  map $uri ${variable(name)} {\n${[...first, ...lines].join('\n')}\n  }\n`
}

/** @returns an expression for a path of a rule, wherever the site's folder lies. */
export function regexOf(path: Rule['paths'][number]): string {
  const escaped = path.replace(/\*$/, '').replaceAll('.', String.raw`\.`)
  return path.endsWith('*') ? escaped : `${escaped}$`
}

function addHeader(name: string, all: readonly Rule[]): string {
  const rules = all.filter(({ header }) => header === name)
  const value = isEverywhere(rules) ? `"${rules[0]?.value ?? ''}"` : variable(name)
  // A 404 in the middle of a deployment must not be kept for a year; all else goes with errors, too.
  return `    add_header ${name} ${value}${name === 'Cache-Control' ? '' : ' always'};`
}

const variable = (name: string): string => `$atlas_${name.toLowerCase().replaceAll('-', '_')}`
const isEverywhere = (rules: readonly Rule[]): boolean => rules.some(({ paths }) => paths.includes('/*'))
