import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { extname, join, normalize } from 'node:path';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { cacheControl, securityHeaders } from './headers.ts';

const zip = promisify(gzip);

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.xml': 'application/xml; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
};
const compressible = new Set(['.html', '.js', '.css', '.json', '.svg', '.xml', '.txt']);

interface Answer {
  status: number;
  headers: Record<string, string>;
  plain: Buffer;
  zipped: Buffer | undefined;
}

/** A plain host for a folder: no rewriting, gzip, hashed files for ever, pages asked for anew each time. */
export function staticServer(folder: string, base: string): Server {
  const kept = new Map<string, { changed: number; answer: Promise<Answer> }>();

  async function make(file: string, status: number): Promise<Answer> {
    const plain = await readFile(file);
    const kind = extname(file);
    const headers: Record<string, string> = {
      'content-type': types[kind] ?? 'application/octet-stream',
      ...securityHeaders,
      'cache-control': cacheControl(file),
      etag: `"${createHash('sha256').update(plain).digest('base64url').slice(0, 16)}"`,
      vary: 'accept-encoding',
    };
    return { status, headers, plain, zipped: compressible.has(kind) ? await zip(plain, { level: 9 }) : undefined };
  }

  async function answerFor(file: string, status = 200): Promise<Answer | undefined> {
    const found = await stat(file).catch(() => undefined);
    if (!found?.isFile()) return undefined;
    const changed = found.mtimeMs;
    const old = kept.get(file);
    if (old?.changed === changed) return old.answer;
    const answer = make(file, status);
    kept.set(file, { changed, answer });
    return answer;
  }

  return createServer((request, response) => {
    void (async () => {
      if (request.method !== 'GET' && request.method !== 'HEAD') {
        response.writeHead(405, { allow: 'GET, HEAD' }).end();
        return;
      }
      const [raw = '/', query] = (request.url ?? '/').split('?');
      const path = decode(raw);
      const inside = path?.startsWith(base) ? normalize(`/${path.slice(base.length)}`) : undefined;
      const folderOf = inside && !extname(inside) && !inside.endsWith('/') ? join(folder, inside, 'index.html') : '';
      if (folderOf && (await answerFor(folderOf))) {
        response.writeHead(301, { location: `${raw}/${query ? `?${query}` : ''}` }).end();
        return;
      }
      const file = inside && join(folder, inside.endsWith('/') ? `${inside}index.html` : inside);
      const answer = (file && (await answerFor(file))) || (await answerFor(join(folder, '404.html'), 404));
      if (!answer) {
        response.writeHead(404, { 'content-type': 'text/plain' }).end('not found');
        return;
      }
      if (request.headers['if-none-match'] === answer.headers.etag) {
        response.writeHead(304, answer.headers).end();
        return;
      }
      const zipped = /\bgzip\b/.test(String(request.headers['accept-encoding'])) ? answer.zipped : undefined;
      const body = zipped ?? answer.plain;
      response.writeHead(answer.status, {
        ...answer.headers,
        ...(zipped ? { 'content-encoding': 'gzip' } : {}),
        'content-length': String(body.length),
      });
      response.end(request.method === 'HEAD' ? undefined : body);
    })().catch((fault: unknown) => {
      console.error(fault);
      if (!response.headersSent) response.writeHead(500);
      response.end();
    });
  });
}

function decode(path: string): string | undefined {
  try {
    return decodeURIComponent(path);
  } catch {
    return undefined;
  }
}
