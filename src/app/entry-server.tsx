import type { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { StrictMode } from 'react';
import { prerenderToNodeStream } from 'react-dom/static';
import { StaticRouter } from 'react-router';
import { App } from './App.tsx';

export { listRoutes, type RouteInfo } from './routes.ts';

const basename = import.meta.env.BASE_URL.replace(/\/$/, '');

/** The whole page as text, everything that is loaded later included. Any fault of drawing stops the build. */
export async function render(path: string): Promise<string> {
  const faults: unknown[] = [];
  const { prelude } = await prerenderToNodeStream(
    <StrictMode>
      <StaticRouter basename={basename} location={`${basename}${path}`}>
        <App />
      </StaticRouter>
    </StrictMode>,
    { onError: (fault) => void faults.push(fault) },
  );
  const html = await text(prelude as Readable);
  if (faults.length > 0) throw new Error(`${path}: ${String(faults[0])}`, { cause: faults[0] });
  return html;
}
