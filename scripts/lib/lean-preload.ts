import type { Plugin } from 'vite';

const helper = `
const asked = {};
export const __vitePreload = (load, parts) => {
  for (const part of parts || []) {
    if (asked[part]) continue;
    asked[part] = 1;
    const url = __BASE__ + part;
    if (document.querySelector('link[href="' + url + '"]')) continue;
    const link = document.createElement('link');
    link.rel = 'modulepreload';
    link.crossOrigin = '';
    link.href = url;
    document.head.append(link);
  }
  return load().catch((fault) => {
    const event = new Event('vite:preloadError', { cancelable: true });
    event.payload = fault;
    dispatchEvent(event);
    if (!event.defaultPrevented) throw fault;
    // Handled: the page is on its way to being loaded anew, and what waits for the part waits till then.
    return new Promise(() => {});
  });
};`;

/**
 * Vite's helper around `import()` also waits for style sheets and copies nonces; here the styles stand in the page and
 * the policy has no nonce. This one only asks for the parts early and reports a part that is missing.
 */
export function leanPreload(): Plugin {
  let base = '/';
  return {
    name: 'lean-preload',
    apply: 'build',
    enforce: 'pre',
    configResolved(config) {
      base = config.base;
    },
    load: {
      order: 'pre',
      handler(id) {
        if (!id.includes('vite/preload-helper')) return null;
        return helper.replace('__BASE__', JSON.stringify(base));
      },
    },
  };
}
