import { StrictMode, startTransition } from 'react';
import { BrowserRouter } from 'react-router';
import { applyCare, hasQuery, onMissingPart, path, reactListens, reloadFresh, root } from '#platform';
import { App, openAhead } from './App.tsx';

/** Base path without the slash at its end, as the router wants it. */
const basename = import.meta.env.BASE_URL.replace(/\/$/, '');

// Built pages have done so in their head, before anything was drawn.
if (import.meta.env.DEV) applyCare();

// An old page may ask for a file that a newer release no longer has: load once past the caches, then say so.
// Whether this document is that second try; its address is cleaned soon after.
const again = hasQuery('v');
onMissingPart(() => {
  if (again) return false;
  reloadFresh(__BUILD__.build);
  return true;
});

openAhead(path().slice(basename.length));

const { element, prerendered } = root();
const app = (
  <StrictMode>
    <BrowserRouter basename={basename}>
      <App />
    </BrowserRouter>
  </StrictMode>
);
// React's larger half is read in a task of its own: a finger is not kept waiting for it, the page and the router's first pass together.
void import('react-dom/client').then(({ createRoot, hydrateRoot }) => {
  reactListens();
  // In slices: a tap is not kept waiting for the whole page.
  if (prerendered) startTransition(() => void hydrateRoot(element, app));
  else createRoot(element).render(app);
});
