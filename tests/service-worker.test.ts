/** The service worker keeps what it can; whatever its store does, the network's answer is given. */
import { readFileSync } from 'node:fs';
import { createContext, runInContext } from 'node:vm';
import { describe, expect, it } from 'vitest';

interface Fetched {
  request: Request;
  respondWith: (answer: Promise<Response>) => void;
  waitUntil: (work: Promise<unknown>) => void;
}

const refuses = (): Promise<never> => Promise.reject(new Error('QuotaExceededError'));
const emptyCache = {
  match: async () => undefined,
  put: async () => undefined,
  keys: async () => [],
  delete: async () => true,
};

/** Asks the worker of a page whose caches are these. */
async function asked(path: string, navigate: boolean, open: () => Promise<unknown>): Promise<Response> {
  const listeners: Record<string, (event: Fetched) => void> = {};
  const html = path.endsWith('/');
  const context = createContext({
    self: {
      registration: { scope: 'https://example.org/' },
      addEventListener: (name: string, listen: (event: Fetched) => void) => {
        listeners[name] = listen;
      },
    },
    caches: { open },
    fetch: async () => {
      const answer = new Response('sound', { headers: { 'content-type': html ? 'text/html' : 'text/javascript' } });
      return Object.defineProperty(answer, 'type', { value: 'basic' });
    },
    Response,
    Request,
    URL,
    setTimeout,
  });
  runInContext(readFileSync('public/sw.js', 'utf8'), context);
  const request = new Request(`https://example.org${path}`);
  if (navigate) Object.defineProperty(request, 'mode', { value: 'navigate' });
  return new Promise((resolve, reject) => {
    listeners.fetch?.({
      request,
      respondWith: (answer) => void answer.then(resolve, reject),
      waitUntil: (work) => void work.catch(reject),
    });
  });
}

describe.each([
  ['a store that is full', async () => ({ ...emptyCache, put: refuses })],
  ['a store that cannot be read', async () => ({ ...emptyCache, match: refuses, put: refuses, keys: refuses })],
  ['a store that is refused', refuses],
  ['a store that works', async () => emptyCache],
] as const)('%s', (_, open) => {
  it.each([
    ['a page', '/shenzhen/', true],
    ['a file', '/assets/shell-0123abcd.js', false],
  ] as const)('%s comes from the network', async (_name, path, navigate) => {
    const answer = await asked(path, navigate, open);
    expect(answer.status).toBe(200);
    expect(await answer.text()).toBe('sound');
  });
});
