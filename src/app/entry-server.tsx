import { StrictMode } from 'react';
import { renderToReadableStream } from 'react-dom/server.browser';
import { StaticRouter } from 'react-router';
import { App } from './App.tsx';
import { services } from './services.ts';

export { listRoutes, type RouteInfo } from './routes.ts';

const basename = import.meta.env.BASE_URL.replace(/\/$/, '');

export interface Rendered {
  html: string;
  /** What the page carries with it, by name and arguments of the loader. */
  data: Record<string, unknown>;
}

/** The whole page as text, everything that is loaded later included. Any fault of drawing stops the build. */
export async function render(path: string): Promise<Rendered> {
  const faults: unknown[] = [];
  const data: Record<string, unknown> = {};
  const pageData = {
    read: () => undefined,
    record: (key: string, value: unknown) => Object.assign(data, { [key]: value }),
  };
  const page = await renderToReadableStream(
    <StrictMode>
      <StaticRouter basename={basename} location={`${basename}${path}`}>
        <App services={{ ...services, pageData }} />
      </StaticRouter>
    </StrictMode>,
    {
      onError: (fault) => void faults.push(fault),
      // In one piece and in its place, however long it is.
      progressiveChunkSize: Number.POSITIVE_INFINITY,
    },
  );
  await page.allReady;
  const html = await new Response(page).text();
  // The stream for Node writes one wherever a Chinese character does not fit the end of its buffer (React 18).
  if (html.includes('\0')) throw new Error(`${path}: a zero in the text`);
  if (faults.length > 0) throw new Error(`${path}: ${String(faults[0])}`, { cause: faults[0] });
  return { html, data };
}
