import { StrictMode, startTransition } from 'react';
import { BrowserRouter } from 'react-router';
import { applyCare, path, reactListens, root, watchParts } from '#platform';
import { App, openAhead } from './App.tsx';

/** Base path without the slash at its end, as the router wants it. */
const basename = import.meta.env.BASE_URL.replace(/\/$/, '');

// Built pages have done so in their head, before anything was drawn.
if (import.meta.env.DEV) applyCare();

watchParts();

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
