/** Put in by the build (`versionFile` in the Vite configuration). */
declare const __BUILD__: { build: string; policyDate: string };

/** What `react-dom/server` is in a browser; its types stand under that name. */
declare module 'react-dom/server.browser' {
  export { renderToReadableStream } from 'react-dom/server';
}
