/**
 * Serves `dist` as a plain static host would: `npm run start`. Builds first if there is nothing built, or if a source is
 * newer (`--build-if-needed`). `PORT` fixes the port, otherwise the first free one from 4173; `HOST` the interface
 * (default: all); `BASE_PATH` as for the build.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import type { Server } from 'node:http';
import { join } from 'node:path';
import { base, SOURCES } from './lib/built.ts';
import { dist } from './lib/manifest.ts';
import { root } from './lib/project.ts';
import { staticServer } from './lib/static-server.ts';

const host = process.env.HOST ?? '0.0.0.0';
const fixed = process.env.PORT ? Number(process.env.PORT) : undefined;

if (process.argv.includes('--build-if-needed') && isStale()) {
  const { status } = spawnSync('npm', ['run', 'build'], { cwd: root, stdio: 'inherit' });
  if (status !== 0) process.exit(status ?? 1);
}
if (!existsSync(join(dist, '404.html'))) {
  console.error('Nothing to serve: run `npm run build` first.');
  process.exit(1);
}

const port = await listen(staticServer(dist, base), fixed ?? 4173);
console.info(`http://localhost:${port}${base}`);

function isStale(): boolean {
  const built = join(dist, '404.html');
  if (!existsSync(built)) return true;
  const time = statSync(built).mtimeMs;
  return SOURCES.some((path) => newest(join(root, path)) > time);
}

function newest(path: string): number {
  const found = statSync(path);
  if (!found.isDirectory()) return found.mtimeMs;
  return Math.max(0, ...readdirSync(path).map((name) => newest(join(path, name))));
}

/** The first free port from `from` on; a fixed port that is taken is an error. */
function listen(server: Server, from: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', (fault: NodeJS.ErrnoException) => {
      if (fault.code !== 'EADDRINUSE' || fixed !== undefined || from >= 4273) return reject(fault);
      resolve(listen(server, from + 1));
    });
    server.listen(from, host, () => {
      const address = server.address();
      resolve(typeof address === 'object' && address ? address.port : from);
    });
  });
}
