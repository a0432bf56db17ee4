/**
 * Writes one HTML file per route into `dist`: full text, styles inlined, the route's scripts preloaded, title and
 * description of its own; then `404.html`, `sitemap.xml`, `robots.txt` and, for hosts that read it, `_headers`.
 *
 * `BASE_PATH`   folder on the host, as for the build (default `/`)
 * `SITE_ORIGIN` e.g. `https://example.org`; without it the sitemap holds paths only and has to be completed by the host
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { RouteInfo } from '../src/app/routes.ts';
import { base } from './lib/built.ts';
import { firstScript, LATER } from './lib/first-script.ts';
import { headersFile, pagePolicy } from './lib/headers.ts';
import { dataKey, dist, entryKey, filesOf, pageKey, readManifest, stylesOf } from './lib/manifest.ts';
import { root } from './lib/project.ts';
import { unstyled } from './lib/style-check.ts';

interface Server {
  listRoutes: () => Promise<RouteInfo[]>;
  render: (path: string) => Promise<{ html: string; data: Record<string, unknown> }>;
}

const origin = (process.env.SITE_ORIGIN ?? '').replace(/\/+$/, '');
const url = (path: string) => origin + base + path.replace(/^\//, '');

const escapeHtml = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

const manifest = readManifest();
/** What every page begins with. */
const first = new Set(filesOf(manifest, [entryKey]).map((file) => base + file));
const classes = unstyled(manifest);
if (classes.faults.length > 0) throw new Error(`styles:\n${classes.faults.join('\n')}`);
if (classes.seen < 250) throw new Error(`styles: saw ${classes.seen} classes, expected at least 250`);
// What Vite links, the page carries.
const template = readFileSync(join(dist, 'index.html'), 'utf8').replace(/\s*<link rel="stylesheet"[^>]*>/g, '');
const server: Server = await import(pathToFileURL(join(root, 'dist-ssr/entry-server.js')).href);

const routes = await server.listRoutes();
check(routes);
for (const route of routes) {
  const { html, data } = await server.render(route.path);
  const modules = [entryKey, pageKey(route.page), ...(route.data ?? []).map(dataKey)];
  const parts = { scripts: filesOf(manifest, modules), styles: stylesOf(manifest, modules) };
  write(`${route.path.slice(1)}index.html`, page(route, parts, html, data));
}
write('404.html', shell());
write('sitemap.xml', sitemap(routes));
write('_headers', headersFile(base));
// Where the sitemap is may only be said with its full address.
write('robots.txt', `User-agent: *\nAllow: /\n${origin ? `Sitemap: ${url('sitemap.xml')}\n` : ''}`);
console.info(`prerendered ${routes.length} routes under ${base}${origin ? ` for ${origin}` : ''}`);

function write(path: string, text: string): void {
  const file = join(dist, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}

/** The styles go into the page: first paint waits for nothing. `data-of` tells the script which it need not fetch. */
function inlined(files: string[]): string {
  if (files.length === 0) throw new Error('a page without styles');
  const text = files.map((file) => readFileSync(join(dist, file), 'utf8').trim()).join('');
  return `<style data-of="${files.join(' ')}">${text}</style>`;
}

function head(title: string, description: string, path: string): string {
  const tags = [
    `<meta http-equiv="Content-Security-Policy" content="${escapeHtml(pagePolicy)}">`,
    `<script>${firstScript}</script>`,
    `<title>${escapeHtml(title)}</title>`,
    `<meta name="description" content="${escapeHtml(description)}">`,
    `<meta property="og:type" content="website">`,
    `<meta property="og:title" content="${escapeHtml(title)}">`,
    `<meta property="og:description" content="${escapeHtml(description)}">`,
    `<meta property="og:url" content="${url(path)}">`,
    `<meta property="og:image" content="${url('icon-300.png')}">`,
    '<meta property="og:locale" content="zh_CN">',
  ];
  return tags.join('\n    ');
}

function page(
  { path, title, description }: RouteInfo,
  { scripts, styles }: { scripts: string[]; styles: string[] },
  body: string,
  data: Record<string, unknown>,
): string {
  const known = new Set(Array.from(template.matchAll(/(?:src|href)="([^"]+\.js)"/g), ([, src]) => src));
  const preloads = scripts
    .map((file) => base + file)
    .filter((src) => !known.has(src))
    .map((src) => `<link rel="${first.has(src) ? 'modulepreload' : LATER}" crossorigin href="${src}">`);
  return template
    .replace('<!--app-head-->', () => head(title, description, path))
    .replace('</head>', () => `  ${[...preloads, inlined(styles)].join('\n    ')}\n  </head>`)
    .replace(
      '<div id="root"><!--app-html--></div>',
      () => `<div id="root" data-prerendered>${body}</div>${carry(data)}`,
    );
}

/** Data for the script, not a script itself: no browser runs it. */
function carry(data: Record<string, unknown>): string {
  if (Object.keys(data).length === 0) return '';
  return `<script type="application/json" id="page-data">${JSON.stringify(data).replaceAll('<', '\\u003c')}</script>`;
}

/** For addresses without a file: not prerendered, or the app would take over a page that is not its own. */
function shell(): string {
  const text = '<p class="wa-opening">正在打开……</p>';
  return template
    .replace('<!--app-head-->', () => head('没有这个页面 · 娃医保', '这个地址没有页面，请回到娃医保首页。', '404.html'))
    .replace(
      '</head>',
      () => `  <meta name="robots" content="noindex">\n    ${inlined(stylesOf(manifest, [entryKey]))}\n  </head>`,
    )
    .replace('<!--app-html-->', text);
}

function sitemap(all: RouteInfo[]): string {
  const lines = all.map(({ path }) => `  <url><loc>${url(path)}</loc></url>`);
  const open = '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">';
  return `<?xml version="1.0" encoding="UTF-8"?>\n${open}\n${lines.join('\n')}\n</urlset>\n`;
}

/** Titles and descriptions are what a chat and a search engine show: of sound length, each its own. */
function check(all: RouteInfo[]): void {
  const faults: string[] = [];
  const seen = new Map<string, string>();
  for (const { path, title, description } of all) {
    if ([...title].length > 28) faults.push(`${path}: title has ${[...title].length} characters: ${title}`);
    const length = [...description].length;
    if (length < 30 || length > 120) faults.push(`${path}: description has ${length} characters`);
    if (!/^\/(?:[a-z0-9-]+\/)*$/.test(path)) faults.push(`${path}: not a clean path`);
    for (const key of [`path ${path}`, `title ${title}`, `description ${description}`]) {
      const other = seen.get(key);
      if (other) faults.push(`${path} and ${other} share ${key}`);
      seen.set(key, path);
    }
  }
  if (faults.length > 0) throw new Error(`routes:\n${faults.join('\n')}`);
}
