/**
 * Pages opened once open again without network, where the browser has service workers. Nothing depends on it: every
 * failure here is silent, and `sw.js` asks the network first.
 */
export function keepForOffline(): void {
  if (import.meta.env.DEV || !('serviceWorker' in navigator)) return;
  void register().catch(() => undefined);
}

async function register(): Promise<void> {
  const base = import.meta.env.BASE_URL;
  await navigator.serviceWorker.register(`${base}sw.js`, { scope: base, updateViaCache: 'none' });
  const { active } = await navigator.serviceWorker.ready;
  // What this first visit fetched before the worker was there: it takes these from the browser's own cache.
  const files = performance
    .getEntriesByType('resource')
    .map(({ name }) => name)
    .filter((name) => name.startsWith(`${window.location.origin}${base}`) && !name.includes('version.json'));
  active?.postMessage({ keep: [window.location.href, ...files] });
}
