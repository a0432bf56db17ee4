/**
 * WebKitGTK under a virtual screen: the nearest thing to an iPhone's browser that runs on Linux. Spoken to by the plain WebDriver
 * protocol. No variable that turns compositing off (pictures would hang); without `--full-screen` a window is 447 px wide at least.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createServer } from 'node:net';
import { type Driver, type Engine, SCREEN } from './driver.ts';
import { aptInstall, program } from './install.ts';

const PACKAGES = ['webkit2gtk-driver', 'xvfb'];

export function webKit(): Engine {
  let binary = '';
  return {
    name: 'WebKitGTK',
    async prepare() {
      if (!(await has('WebKitWebDriver')) || !(await has('Xvfb'))) await aptInstall(PACKAGES);
      binary = await miniBrowser();
      const about = await program('dpkg-query', ['--show', 'webkit2gtk-driver']);
      return about.trim().replace(/\s+/g, ' ');
    },
    async launch() {
      const stop: ChildProcess[] = [];
      const close = () => {
        for (const one of stop.reverse()) one.kill();
      };
      try {
        const screen = spawn('Xvfb', ['-displayfd', '1', '-screen', '0', `${SCREEN.width}x${SCREEN.height}x24`], {
          stdio: ['ignore', 'pipe', 'ignore'],
        });
        stop.push(screen);
        const display = await firstLine(screen);
        const port = await freePort();
        stop.push(
          spawn('WebKitWebDriver', [`--port=${port}`], {
            stdio: 'ignore',
            env: { ...process.env, DISPLAY: `:${display}` },
          }),
        );
        return await session(`http://127.0.0.1:${port}`, binary, close);
      } catch (fault) {
        close();
        throw fault;
      }
    },
  };
}

const has = async (name: string) => (await program('which', [name])).trim() !== '';

async function miniBrowser(): Promise<string> {
  for (const library of ['libwebkit2gtk-4.1-0', 'libwebkit2gtk-4.0-37', 'libwebkitgtk-6.0-4']) {
    const files = await program('dpkg', ['-L', library]);
    const found = files.split('\n').find((line) => line.endsWith('/MiniBrowser') && existsSync(line));
    if (found) return found;
  }
  throw new Error('WebKit is there, its MiniBrowser is not');
}

function firstLine(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', () => reject(new Error('the virtual screen did not start')));
    child.stdout?.once('data', (text: Buffer) => resolve(text.toString().trim()));
  });
}

/** One that the system hands out: never one of those that `fetch` refuses. */
function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}

async function session(origin: string, binary: string, stop: () => void): Promise<Driver> {
  const send = async <T>(method: string, path: string, body?: object): Promise<T> => {
    const answer = await fetch(origin + path, { method, ...(body ? { body: JSON.stringify(body) } : {}) });
    const { value }: { value: T & { error?: string; message?: string } } = await answer.json();
    if (!answer.ok) throw new Error(value.message ?? value.error ?? `status ${answer.status}`);
    return value;
  };
  const options = { binary, args: ['--automation', '--full-screen'] };
  const capabilities = { alwaysMatch: { browserName: 'MiniBrowser', 'webkitgtk:browserOptions': options } };
  await patiently(() => send('GET', '/status'));
  const { sessionId } = await send<{ sessionId: string }>('POST', '/session', { capabilities });
  const at = `/session/${sessionId}`;
  await send('POST', `${at}/window/rect`, { x: 0, y: 0, ...SCREEN });
  const act = (actions: object[]) => send('POST', `${at}/actions`, { actions });
  return {
    open: (url) => send('POST', `${at}/url`, { url }),
    ask: (expression) => send('POST', `${at}/execute/sync`, { script: `return ${expression}`, args: [] }),
    tap: async (x, y) => {
      const move = { type: 'pointerMove', duration: 0, x: Math.round(x), y: Math.round(y), origin: 'viewport' };
      const press = [
        { type: 'pointerDown', button: 0 },
        { type: 'pointerUp', button: 0 },
      ];
      await act([{ type: 'pointer', id: 'finger', parameters: { pointerType: 'mouse' }, actions: [move, ...press] }]);
    },
    type: async (text) => {
      const keys = [...text].flatMap((value) => [
        { type: 'keyDown', value },
        { type: 'keyUp', value },
      ]);
      await act([{ type: 'key', id: 'keys', actions: keys }]);
    },
    back: () => send('POST', `${at}/back`, {}),
    reload: () => send('POST', `${at}/refresh`, {}),
    picture: () => send('GET', `${at}/screenshot`),
    // WebDriver has no word for errors of the page; what breaks shows in the next step.
    complaints: () => [],
    close: async () => {
      await send('DELETE', at).catch(() => undefined);
      stop();
    },
  };
}

async function patiently<T>(ask: () => Promise<T>): Promise<T> {
  for (let left = 100; ; left--) {
    try {
      return await ask();
    } catch (fault) {
      if (left === 0) throw fault;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
}
