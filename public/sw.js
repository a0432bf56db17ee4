/**
 * Pages: the network first; what was kept only when there is none, or when it is slower than PATIENCE, and then the answer
 * that comes late replaces what was kept. So no old page is shown twice to someone who is online.
 * Files with a hash in their name never change: what was kept first. Everything else is the browser's.
 */
const PAGES = 'wa-yibao-pages-1';
const FILES = 'wa-yibao-files-1';
const PATIENCE = 3000;
const MOST = 400;

const scope = new URL(self.registration.scope);

self.addEventListener('install', () => self.skipWaiting());

self.addEventListener('activate', (event) => {
  event.waitUntil(
    (async () => {
      const old = (await caches.keys()).filter(
        (name) => name.startsWith('wa-yibao-') && ![PAGES, FILES].includes(name),
      );
      await Promise.all(old.map((name) => caches.delete(name)));
      await self.clients.claim();
    })(),
  );
});

self.addEventListener('message', (event) => {
  const keep = event.data?.keep;
  if (!Array.isArray(keep)) return;
  event.waitUntil(
    Promise.allSettled(
      keep.map(async (address) => {
        const url = new URL(address);
        if (!inside(url)) return;
        if (isHashed(url)) await file(new Request(url.href));
        else if (url.pathname.endsWith('/')) await store(PAGES, pageKey(url), await fetch(pageKey(url)));
      }),
    ),
  );
});

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== 'GET' || !inside(url)) return;
  if (request.mode === 'navigate') event.respondWith(page(event, url));
  else if (isHashed(url)) event.respondWith(file(request));
});

const inside = (url) => url.origin === scope.origin && url.pathname.startsWith(scope.pathname);
const isHashed = (url) => /\/assets\/[^/]+-[\w-]{8}\.\w+$/.test(url.pathname);
/** One page per path: what stands behind `?` is read by the script. */
const pageKey = (url) => url.origin + url.pathname;

async function page(event, url) {
  const key = pageKey(url);
  const fresh = fetch(event.request, { cache: 'no-cache' }).then(async (answer) => {
    if (answer.status === 404) await inStore(PAGES, (cache) => cache.delete(key));
    else await store(PAGES, key, answer.clone());
    return answer;
  });
  event.waitUntil(fresh.catch(() => undefined));
  const kept = await keptIn(PAGES, key);
  try {
    return await (kept ? Promise.race([fresh, late()]) : fresh);
  } catch {
    return kept ?? notKept();
  }
}

const late = () => new Promise((_, reject) => setTimeout(() => reject(new Error('late')), PATIENCE));

async function file(request) {
  const kept = await keptIn(FILES, request.url);
  if (kept) return kept;
  const answer = await fetch(request);
  await store(FILES, request.url, answer.clone());
  return answer;
}

/** Offline is a gift, nothing depends on it: a store that is full or refused keeps nothing, and the answer itself counts. */
const inStore = (name, work) =>
  caches
    .open(name)
    .then(work)
    .catch(() => undefined);

const keptIn = (name, key) => inStore(name, (cache) => cache.match(key));

/** Keeps a sound answer, and lets the oldest go when there are too many. */
async function store(name, key, answer) {
  const html = /^text\/html/.test(answer.headers.get('content-type') ?? '');
  if (!answer.ok || answer.redirected || answer.type !== 'basic' || html !== (name === PAGES)) return;
  await inStore(name, async (cache) => {
    await cache.put(key, answer);
    const keys = await cache.keys();
    await Promise.all(keys.slice(0, Math.max(0, keys.length - MOST)).map((one) => cache.delete(one)));
  });
}

function notKept() {
  const text = `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>没有网络 · 娃医保</title><body style="max-width:440px;margin:80px auto;padding:0 20px;font:17px/1.6 system-ui,sans-serif">
<h1 style="font-size:24px">现在没有网络</h1><p>这一页还没有在这台手机上打开过。连上网再打开；打开过的页面没有网络也能看。</p>
<p><a style="color:#00753a" href="${scope.href}">回到首页</a></p>`;
  return new Response(text, { status: 503, headers: { 'content-type': 'text/html; charset=utf-8' } });
}
