/**
 * `npm run keep-assets -- STORE DIST [RELEASES]`: pages that are still open after a release, or kept by a chat, ask for the hashed
 * files of their own. STORE holds those of the newest RELEASES (default 5) releases; DIST gets what it lacks of them.
 */
import { keepAssets } from './lib/keep-assets.ts';

const [store, dist, most = '5'] = process.argv.slice(2);
if (!store || !dist || !/^[1-9]\d*$/.test(most)) {
  console.error('usage: npm run keep-assets -- STORE DIST [RELEASES]');
  process.exit(2);
}
const { releases, own, added, forgotten } = keepAssets(store, dist, Number(most));
console.info(
  `keep-assets: ${releases} of at most ${most} releases, ${own} files of this one, ${added} of earlier ones beside them, ${forgotten} forgotten`,
);
