import type { Plugin } from 'vite';

const helper = `
const asked = {};
// What the page itself names, looked through once: a search of the whole page for each part took longer than React's first pass.
let named;
const isNamed = (part) => {
  named ??= [...document.querySelectorAll('link[href],style[data-of]')].map((one) => one.dataset.of || one.getAttribute('href')).join(' ');
  return named.includes(part);
};
const ask = (part) => {
  if (isNamed(part)) return;
  const url = __BASE__ + part;
  const link = document.createElement('link');
  const isStyle = part.endsWith('.css');
  link.rel = isStyle ? 'stylesheet' : 'modulepreload';
  if (!isStyle) link.crossOrigin = '';
  const there = isStyle && new Promise((done, failed) => {
    link.onload = done;
    link.onerror = () => {
      link.remove();
      delete asked[part];
      failed(new Error(url));
    };
  });
  link.href = url;
  document.head.append(link);
  return there;
};
export const __vitePreload = (load, parts = []) => {
  const styles = parts.map((part) => (part in asked ? asked[part] : (asked[part] = ask(part))));
  return Promise.all([load(), ...styles]).then(([part]) => part).catch((fault) => {
    dispatchEvent(Object.assign(new Event('vite:preloadError'), { payload: fault }));
    throw fault;
  });
};`;

/**
 * Vite's helper around `import()` asks for every style sheet and copies nonces; here a page carries the styles it is
 * drawn with (`<style data-of="…">`, by `prerender.ts`), and the policy has no nonce. This one asks for the parts
 * early, gives a part out only once its styles hold, and says which fault is a missing part.
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
