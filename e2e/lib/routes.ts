import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { dist } from '../../scripts/lib/manifest.ts';
import { expect } from './test.ts';

/** Every address of the app, from the sitemap that was built. */
export function routes(): string[] {
  const map = readFileSync(join(dist, 'sitemap.xml'), 'utf8');
  const found = Array.from(map.matchAll(/<loc>([^<]+)<\/loc>/g), ([, address = '']) =>
    address.replace(/^https?:\/\/[^/]+/, ''),
  );
  expect(found.length).toBeGreaterThanOrEqual(80);
  return found;
}

/** Screens inside a flow, besides the addresses. */
export const flowScreens = [
  '/shenzhen/enrol/?age=under7&at=parent&edit=1&hukou=nonlocal&school=no',
  '/shenzhen/enrol/?age=under7&at=result&hukou=local&newborn=yes&school=no',
  '/shenzhen/enrol/?age=under7&at=result&hukou=nonlocal&parent=no&school=no',
  '/shenzhen/clinic/?age=under&at=result&how=wechat',
  '/chongqing/enrol/?at=result&birth=window&guardian=yes&hukou=local',
  '/chongqing/pay/?at=result&registered=yes&tier=one&years=both',
  '/shenzhen/estimate/?at=level&care=outpatient&place=local',
  '/shenzhen/estimate/?at=costs&care=inpatient&edit=1&level=tertiary&place=local&stay=first',
  '/shenzhen/estimate/?at=result&care=inpatient&eligible=8000&level=tertiary&place=local&stay=first&year=2026',
  '/chongqing/premium/?at=result&newborn=0&pay=2025-12-31&year=2026',
  '/chongqing/tiers/?care=both&clinic=primary&level=primary&year=2026',
];

/**
 * Writes the file of an address, without its script, into the window that is open, as the browser's parser reads it: what was put into
 * the window (axe) stays, which takes longer to put there than the page does to open.
 */
export const written = (page: Page, path: string): Promise<void> =>
  page.evaluate(async (address) => {
    const answer = await fetch(address);
    if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
    const html = await answer.text();
    const still = html.replace(/<script type="module"[^>]*><\/script>/, '');
    if (still === html) throw new Error(`${address}: no script to leave out`);
    document.open();
    document.write(still);
    document.close();
    if (document.compatMode !== 'CSS1Compat') throw new Error(`${address}: not drawn as a page of today`);
    history.replaceState(null, '', address);
    scrollTo(0, 0);
  }, path);
