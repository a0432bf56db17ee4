/** What is put beside a new release, and where the files of the earlier ones are kept. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { firstScriptHash } from '../scripts/lib/first-script.ts';
import { cacheControl, headersFile, pagePolicy, securityHeaders } from '../scripts/lib/headers.ts';
import { keepAssets } from '../scripts/lib/keep-assets.ts';
import { root } from '../scripts/lib/project.ts';

const work = mkdtempSync(join(tmpdir(), 'wa-yibao-hosting-'));
afterAll(() => rmSync(work, { recursive: true }));

/** A release as a build makes it, with the hashed files of these names. */
function release(build: string, names: readonly string[]): string {
  const folder = join(work, build);
  mkdirSync(join(folder, 'assets'), { recursive: true });
  writeFileSync(join(folder, 'version.json'), JSON.stringify({ build }));
  writeFileSync(join(folder, 'index.html'), `page of ${build}`);
  for (const name of names) writeFileSync(join(folder, 'assets', name), `${name} as ${build} has it`);
  return folder;
}
const assets = (folder: string) => readdirSync(join(folder, 'assets')).sort();
const file = (name: string, hash: number) => `${name}-${String(hash).padStart(8, '0')}.js`;

describe('keep-assets', () => {
  it('puts the hashed files of earlier releases beside the new ones, pages stay new, the oldest release is forgotten', () => {
    const store = join(work, 'store');
    // `core` does not change for two releases, `page` does each time.
    const folders = [1, 2, 3, 4].map((n) => release(`build${n}`, [file('page', n), file('core', Math.ceil(n / 2))]));
    const results = folders.map((folder) => keepAssets(store, folder, 3));
    expect(results.at(-1)).toEqual({ releases: 3, own: 2, added: 3, forgotten: 1 });
    const [, , third = '', fourth = ''] = folders;
    expect(assets(third)).toEqual([
      file('core', 1),
      file('core', 2),
      file('page', 1),
      file('page', 2),
      file('page', 3),
    ]);
    expect(assets(fourth)).toEqual([
      file('core', 1),
      file('core', 2),
      file('page', 2),
      file('page', 3),
      file('page', 4),
    ]);
    expect(readFileSync(join(fourth, 'index.html'), 'utf8')).toBe('page of build4');
    expect(readFileSync(join(fourth, 'assets', file('page', 2)), 'utf8')).toContain('as build2 has it');
    // Twice the same is once: nothing of what was put beside it counts as its own.
    expect(keepAssets(store, fourth, 3)).toEqual({ releases: 3, own: 2, added: 0, forgotten: 0 });
    expect(JSON.parse(readFileSync(join(store, 'releases.json'), 'utf8'))).toEqual(
      [4, 3, 2].map((n) => ({ build: `build${n}`, files: [file('core', Math.ceil(n / 2)), file('page', n)] })),
    );
    // The same version made of other files is told by its files.
    for (const name of assets(fourth)) rmSync(join(fourth, 'assets', name));
    writeFileSync(join(fourth, 'assets', file('page', 5)), '');
    expect(keepAssets(store, fourth, 3)).toMatchObject({ own: 1, added: 4 });
  });

  it('refuses a folder that is no build', () => {
    const empty = release('empty', []);
    expect(() => keepAssets(join(work, 'store2'), empty, 5)).toThrow('no hashed files');
  });

  it('has its store on a branch without history', () => {
    const bare = join(work, 'remote.git');
    const clone = join(work, 'clone');
    const git = (...args: string[]) =>
      execFileSync('git', args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
    git('init', '--bare', bare);
    git('clone', bare, clone);
    const script = join(root, 'deploy/pages/released-files.sh');
    const run = (...args: string[]) => execFileSync('bash', [script, ...args], { cwd: clone, stdio: 'ignore' });
    run('fetch', 'kept');
    expect(readdirSync(join(clone, 'kept'))).toEqual([]);
    for (const n of [1, 2]) {
      rmSync(join(clone, 'kept'), { recursive: true });
      run('fetch', 'kept');
      keepAssets(join(clone, 'kept'), release(`pages${n}`, [file('page', n)]), 5);
      run('push', 'kept');
    }
    const branch = ['--git-dir', bare, 'rev-list', '--count', 'released-files'];
    expect(git(...branch).trim()).toBe('1');
    rmSync(join(clone, 'kept'), { recursive: true });
    run('fetch', 'kept');
    expect(assets(join(clone, 'kept'))).toEqual([file('page', 1), file('page', 2)]);
  });
});

describe('headers', () => {
  it('no script but our own, and nobody else’s page around ours', () => {
    expect(pagePolicy).toContain(`script-src 'self' ${firstScriptHash};`);
    expect(pagePolicy).not.toMatch(/script-src[^;]*unsafe|https?:|\*/);
    // A page cannot say it, and a browser complains if it tries.
    expect(pagePolicy).not.toContain('frame-ancestors');
    expect(securityHeaders['Content-Security-Policy']).toBe(`${pagePolicy}; frame-ancestors 'self'`);
  });

  it('hashed files for ever, pages never', () => {
    expect(cacheControl('/yibao/assets/page-Ab_3-x9Z.js')).toContain('immutable');
    for (const path of ['/assets/page.js', '/index.html', '/sw.js', '/version.json'])
      expect(cacheControl(path)).toBe('no-cache');
    expect(
      headersFile('/yibao/')
        .split('\n')
        .filter((line) => line.startsWith('/')),
    ).toEqual(['/yibao/*', '/yibao/assets/*']);
  });
});
