/**
 * `npm run test:hosting`: the two recipes of `deploy/nginx/` run by a real nginx on this machine against `dist/`: every address
 * opened cold, status, headers, compression, what is not there. Where there is no nginx and none can be had it says so.
 */
import { spawn, spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { type Got, get } from './lib/get.ts';
import { CACHE, securityHeaders } from './lib/headers.ts';
import { dist } from './lib/manifest.ts';
import { root } from './lib/project.ts';

const recipes = join(root, 'deploy/nginx');
const works = (tool: string, ...args: string[]) =>
  spawnSync(tool, args, { stdio: 'ignore', timeout: 90_000 }).status === 0;

/** The nginx of the system; CI may install it, where nobody has to be asked. */
function hasNginx(): boolean {
  if (works('nginx', '-v')) return true;
  if (!process.env.MAY_INSTALL) return false;
  const as = process.getuid?.() === 0 ? [] : ['sudo', '-n'];
  const apt = (...args: string[]) => {
    const [tool = '', ...rest] = [...as, 'apt-get', '-qq', ...args];
    return works(tool, ...rest);
  };
  const install = () => apt('install', '-y', '--no-install-recommends', 'nginx-light');
  return (install() || (apt('update') && install())) && works('nginx', '-v');
}

const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = createServer().once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });

/** The recipes as they stand, with the places of this machine. */
function configure(folder: string, [own, shared]: readonly [number, number]): string {
  const read = (name: string) =>
    readFileSync(join(recipes, name), 'utf8').replaceAll('/etc/nginx/wa-yibao/', `${recipes}/`);
  const place = (text: string, from: string, to: string) => {
    if (!text.includes(from)) throw new Error(`the recipe does not say ${from}`);
    return text.replaceAll(from, to);
  };
  mkdirSync(join(folder, 'www'));
  symlinkSync(dist, join(folder, 'www/yibao'));
  const alone = place(place(read('wa-yibao.conf'), 'listen 80;', `listen 127.0.0.1:${own};`), '/srv/wa-yibao', dist);
  const inFolder = place(read('wa-yibao-subpath.conf'), '/srv/www', join(folder, 'www'));
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(
    (of) => `${of}_temp_path ${folder}/${of};`,
  );
  return [
    process.getuid?.() === 0 ? 'user root root;' : '',
    `daemon off; worker_processes 1; pid ${folder}/pid; error_log ${folder}/error.log;`,
    'events {}',
    `http { include /etc/nginx/mime.types; access_log off; ${temporary.join(' ')}`,
    read('wa-yibao-http.conf'),
    alone,
    `server { listen 127.0.0.1:${shared}; location = / { return 200 "another site"; } ${inFolder} }`,
    '}',
  ].join('\n');
}

let checks = 0;
const faults: string[] = [];
function must(holds: boolean, what: string): void {
  checks += 1;
  if (!holds) faults.push(what);
}

function checkHeaders(what: string, { headers }: Got, cache: string): void {
  for (const [name, value] of Object.entries(securityHeaders)) {
    must(headers[name.toLowerCase()] === value, `${what}: ${name} is ${headers[name.toLowerCase()]}`);
  }
  must(headers['cache-control'] === cache, `${what}: cache-control is ${headers['cache-control']}`);
}

/** @param base where the recipe serves the app */
async function walk(origin: string, base: string): Promise<void> {
  const ask = (path: string, headers?: Record<string, string>) => get(`${origin}${base}${path}`, headers);
  const map = readFileSync(join(dist, 'sitemap.xml'), 'utf8');
  const paths = Array.from(map.matchAll(/<loc>(?:https?:\/\/[^/]+)?\/([^<]*)<\/loc>/g), ([, path = '']) => path);
  must(paths.length >= 80, `the sitemap has ${paths.length} addresses`);
  for (const path of paths) {
    const page = await ask(path, { 'accept-encoding': 'gzip' });
    const what = `${base}${path}`;
    must(page.status === 200, `${what}: status ${page.status}`);
    must(page.headers['content-type'] === 'text/html; charset=utf-8', `${what}: ${page.headers['content-type']}`);
    must(
      page.headers['content-encoding'] === 'gzip' && page.headers.vary === 'Accept-Encoding',
      `${what}: not compressed`,
    );
    checkHeaders(what, page, CACHE.other);
    const file = readFileSync(join(dist, path, 'index.html'));
    must(page.headers['content-encoding'] === 'gzip' && gunzipSync(page.body).equals(file), `${what}: not the file`);
  }
  const deep = await ask('shenzhen/help/?from=singlemessage');
  must(deep.status === 200 && !deep.headers['content-encoding'], 'a browser without gzip gets the plain page');
  const bare = await ask('shenzhen?from=timeline');
  must(
    bare.status === 301 && bare.headers.location === `${base}shenzhen/?from=timeline`,
    `without a slash: ${bare.status} ${bare.headers.location}`,
  );

  const script = readdirSync(join(dist, 'assets')).find((name) => name.endsWith('.js')) ?? '';
  const asset = await ask(`assets/${script}`, { 'accept-encoding': 'gzip' });
  must(asset.status === 200 && /javascript/.test(asset.headers['content-type'] ?? ''), `${script}: ${asset.status}`);
  checkHeaders(script, asset, CACHE.hashed);
  const again = await ask('', { 'if-none-match': (await ask('')).headers.etag ?? '' });
  must(again.status === 304, `asked again with its tag: ${again.status}`);
  for (const path of ['sw.js', 'version.json', 'robots.txt', 'icon.svg']) {
    const one = await ask(path);
    must(one.status === 200, `${path}: ${one.status}`);
    checkHeaders(path, one, CACHE.other);
  }
  const notFound = readFileSync(join(dist, '404.html'));
  for (const path of ['no/such/page/', 'assets/gone-00000000.js', '.vite/manifest.json', 'shenzhen/enrol/nothing']) {
    const none = await ask(path);
    must(none.status === 404 && none.body.equals(notFound), `${path}: ${none.status}, not the page for it`);
    checkHeaders(path, none, CACHE.other);
  }
}

async function main(): Promise<void> {
  if (!existsSync(join(dist, '404.html'))) throw new Error('run `npm run build` first');
  if (process.env.BASE_PATH) return console.info('hosting: built for a sub-path, not tested');
  if (!hasNginx())
    return console.info('hosting: no nginx here (apt-get install nginx-light), the recipes were not tested');
  const folder = mkdtempSync(join(tmpdir(), 'wa-yibao-nginx-'));
  const ports = [await freePort(), await freePort()] as const;
  writeFileSync(join(folder, 'nginx.conf'), configure(folder, ports));
  const nginx = spawn('nginx', ['-p', folder, '-c', join(folder, 'nginx.conf')], {
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  const ended = new Promise<void>((resolve) => nginx.once('exit', () => resolve()));
  try {
    const [own, shared] = ports.map((port) => `http://127.0.0.1:${port}`);
    for (let tries = 0; tries < 50 && !(await get(`${own}/`).catch(() => undefined)); tries++)
      await new Promise((resolve) => setTimeout(resolve, 100));
    await walk(own ?? '', '/');
    await walk(shared ?? '', '/yibao/');
    const bare = await get(`${shared}/yibao?x=1`);
    must(
      bare.status === 301 && bare.headers.location === '/yibao/?x=1',
      `the folder without its slash: ${bare.headers.location}`,
    );
    must((await get(`${shared}/`)).body.toString() === 'another site', 'the other site is left alone');
  } finally {
    nginx.kill('SIGQUIT');
    await ended;
    if (faults.length > 0 && existsSync(join(folder, 'error.log')))
      console.error(readFileSync(join(folder, 'error.log'), 'utf8'));
    rmSync(folder, { recursive: true });
  }
  for (const fault of faults) console.error(`✗ ${fault}`);
  console.info(`hosting: ${checks} checks of 2 nginx recipes, ${faults.length} failed`);
  if (faults.length > 0 || checks < 1000) process.exitCode = 1;
}

await main();
