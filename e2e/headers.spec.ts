/** The content policy as browsers keep it, on every kind of page: nothing foreign is fetched, nothing planted runs, nobody is asked who they are. */
import type { Page } from '@playwright/test';
import { pagePolicy, securityHeaders } from '../scripts/lib/headers.ts';
import { flowScreens } from './lib/routes.ts';
import { expect, opened, test } from './lib/test.ts';

declare global {
  interface Window {
    violations: string[];
    planted?: boolean;
  }
}

/** One address of every kind of page, and screens inside the flows. */
const kinds = [
  '/',
  '/me/',
  '/shenzhen/',
  '/shenzhen/enrol/web/',
  '/shenzhen/help/',
  '/shenzhen/benefits/',
  '/shenzhen/sources/open/',
  '/shenzhen/newborn/',
  '/chongqing/diseases/',
  '/no/such/page/here/',
  ...flowScreens.filter((_, i) => i !== 1 && i !== 3),
];

const watchPolicy = (page: Page) =>
  page.addInitScript(() => {
    window.violations = [];
    document.addEventListener('securitypolicyviolation', (event) => {
      window.violations.push(`${event.violatedDirective} ${event.blockedURI}`);
    });
  });

test('每种页面都守内容安全策略：一次违规也没有，没有别处的请求，不问身份', async ({ page, watch }) => {
  test.slow();
  watch.allow(/status of 404/);
  await watchPolicy(page);
  for (const path of kinds) {
    const answer = page.waitForResponse((one) => one.request().isNavigationRequest());
    await opened(page, path);
    const headers = (await answer).headers();
    for (const [name, value] of Object.entries(securityHeaders)) expect(headers[name.toLowerCase()], path).toBe(value);
    const inPage = page.locator('meta[http-equiv="Content-Security-Policy"]');
    await expect(inPage, path).toHaveAttribute('content', pagePolicy);
    expect(await page.evaluate(() => window.violations), path).toEqual([]);
    const fields = await page
      .locator('input:not([type=checkbox], [type=radio]), textarea, select')
      .evaluateAll((all) =>
        all.map(
          (one) =>
            `${one.getAttribute('name')} ${one.getAttribute('autocomplete')} ${one.getAttribute('type')} ${one.closest('label')?.textContent}`,
        ),
      );
    expect(fields.join('\n'), path).not.toMatch(/身份证|证件号|手机号|姓名|idcard|tel\b|password|email/i);
  }
});

test('塞进来的脚本不会跑：行内的、属性里的、别处的、javascript: 链接', async ({ page, watch }) => {
  watch.allow(/Content Security Policy|foreign request: https:\/\/foreign\.invalid|Failed to load|violates/i);
  await watchPolicy(page);
  // The host says nothing: the page has to do it alone.
  await page.route('**/shenzhen/estimate/', async (route) => {
    const answer = await route.fetch();
    const headers = Object.fromEntries(
      Object.entries(answer.headers()).filter(([name]) => !/policy|content-encoding|content-length/.test(name)),
    );
    const planted = `<script>window.planted = true</script><img src="/no.png" onerror="window.planted = true">`;
    await route.fulfill({
      status: 200,
      headers,
      body: (await answer.text()).replace('<div id="root"', `${planted}<div id="root"`),
    });
  });
  await opened(page, '/shenzhen/estimate/');
  await page.evaluate(() => {
    const script = document.createElement('script');
    script.textContent = 'window.planted = true';
    const foreign = document.createElement('script');
    foreign.src = 'https://foreign.invalid/x.js';
    const link = document.createElement('a');
    link.href = 'javascript:window.planted = true';
    document.body.append(script, foreign, link);
    link.click();
    void fetch('https://foreign.invalid/data').catch(() => undefined);
  });
  await expect.poll(() => page.evaluate(() => window.violations.length)).toBeGreaterThanOrEqual(6);
  const blocked = await page.evaluate(() => window.violations.map((one) => one.split(' ')[0]));
  expect(new Set(blocked)).toEqual(new Set(['script-src-elem', 'script-src-attr', 'connect-src']));
  expect(await page.evaluate(() => window.planted)).toBeUndefined();
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
});
