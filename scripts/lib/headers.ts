/**
 * What a host has to say with every file, in one place: the prerender puts the content policy into each page, and
 * `npm run host-files` and the build write the same into the files that hosts read.
 */
import { firstScriptHash } from './first-script.ts';

/** What a page may load. Styles are inlined by the prerender, of scripts only the first one, named by its hash; the picture to share is a `data:` address. */
const loads = {
  'default-src': "'self'",
  'script-src': `'self' ${firstScriptHash}`,
  'style-src': "'self' 'unsafe-inline'",
  'img-src': "'self' data: blob:",
  'connect-src': "'self'",
  'base-uri': "'self'",
  'form-action': "'none'",
  'object-src': "'none'",
};

const written = (directives: Record<string, string>): string =>
  Object.entries(directives)
    .map(([name, value]) => `${name} ${value}`)
    .join('; ');

/** For the page itself. A page cannot say who may frame it. */
export const pagePolicy = written(loads);

/** For every answer of the host. */
export const securityHeaders: Readonly<Record<string, string>> = {
  'Content-Security-Policy': written({ ...loads, 'frame-ancestors': "'self'" }),
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Permissions-Policy': 'camera=(), geolocation=(), microphone=(), payment=()',
  'Cross-Origin-Opener-Policy': 'same-origin',
};

/** Files with a hash in their name never change; all others are asked for anew each time. */
export const hashedFile = /\/assets\/[^/]+-[\w-]{8}\.\w+$/;
export const CACHE = { hashed: 'public, max-age=31536000, immutable', other: 'no-cache' } as const;

export const cacheControl = (path: string): string => (hashedFile.test(path) ? CACHE.hashed : CACHE.other);

/**
 * `_headers`, as Cloudflare Pages, Netlify and others read it from the folder they serve. They ask browsers to look again
 * for everything else by themselves; a second `Cache-Control` would be joined to the first.
 * @param base folder on the host, `/` or `/yibao/`
 */
export function headersFile(base: string): string {
  const all = Object.entries(securityHeaders).map(([name, value]) => `  ${name}: ${value}`);
  return [`${base}*`, ...all, `${base}assets/*`, `  Cache-Control: ${CACHE.hashed}`, ''].join('\n');
}

/** To be included wherever nginx answers for the app. */
export function nginxHeaders(): string {
  const lines = Object.entries(securityHeaders).map(([name, value]) => `add_header ${name} "${value}" always;`);
  return [
    '# Written by `npm run host-files`; change scripts/lib/headers.ts instead.',
    ...lines,
    'add_header Cache-Control $wa_yibao_cache always;',
    '',
  ].join('\n');
}
