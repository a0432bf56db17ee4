import type { Page } from '@playwright/test';
import { choose, expect, opened, test } from './lib/test.ts';

const heading = (page: Page) => page.getByRole('heading', { level: 1 });

for (const { city, floor } of [
  { city: 'shenzhen', floor: 10 },
  { city: 'chongqing', floor: 10 },
]) {
  test(`遇到问题：${city} 的每一问都走得到办法，再从办法走到下一页`, async ({ page }) => {
    test.slow();
    await opened(page, `/${city}/help/`);
    const links = page.locator(`main a[href^="/${city}/help/"]`);
    const count = await links.count();
    expect(count).toBeGreaterThanOrEqual(floor);
    for (let i = 0; i < count; i++) {
      const href = (await links.nth(i).getAttribute('href')) ?? '';
      await links.nth(i).tap();
      await expect(page).toHaveURL(new RegExp(`${href}$`));
      await expect(heading(page)).not.toHaveText('遇到问题');
      const title = await heading(page).textContent();
      const next = page.locator('main section').last().locator(`a[href^="/${city}/"]`);
      const onward = (await next.count()) > 0 ? next.first() : page.locator(`main ul a[href^="/${city}/"]`).first();
      await onward.tap();
      await expect(heading(page)).not.toHaveText(title ?? '');
      await page.goBack();
      await expect(heading(page)).toHaveText(title ?? '');
      await page.goBack();
      await expect(heading(page)).toHaveText('遇到问题');
    }
  });
}

test('重庆缴费：从冷链接逐题走到“重庆税务”的三步，为孩子选“他人”', async ({ page }) => {
  await opened(page, '/chongqing/pay/');
  await choose(page, '办过了');
  await choose(page, '一档');
  await choose(page, '只缴一年的');
  await choose(page, '微信');
  await expect(heading(page)).toHaveText('用微信缴一档');
  await page.getByRole('link', { name: '看微信缴费的步骤' }).tap();
  await expect(page).toHaveURL(/\/chongqing\/pay\/tax-wechat\/$/);
  for (const word of ['重庆税务', '网上办税', '居民社保', '他人', '城乡居民基本医疗保险', '验证码']) {
    await expect(page.locator('main')).toContainText(word);
  }
  const step = page.getByRole('button', { name: '网上办税', exact: true });
  await step.tap();
  await expect(step).toHaveAttribute('aria-pressed', 'true');
  await page.reload();
  await expect(page.getByRole('button', { name: '网上办税', exact: true })).toHaveAttribute('aria-pressed', 'true');
});

test('深圳缴费：两种登录、签扣款协议、查缴费，都从缴费页走得到', async ({ page }) => {
  await opened(page, '/shenzhen/pay/');
  await choose(page, '以前参过保，没有停保');
  await choose(page, '微信');
  await page.getByRole('link', { name: '用公众号交' }).tap();
  await expect(page.locator('main')).toContainText('代缴社保费');
  for (const [path, word] of [
    ['tax-wechat-child', '城乡居民申报缴费'],
    ['agreement', '协议签订'],
    ['check', '缴费信息查询'],
    ['counter', '第三税务分局'],
  ] as const) {
    await opened(page, '/shenzhen/pay/');
    await page.locator(`main a[href$="/shenzhen/pay/${path}/"]`).tap();
    await expect(page.locator('main')).toContainText(word);
  }
});

test('同一页两条路的菜单各打各的勾', async ({ page }) => {
  await opened(page, '/shenzhen/help/double-enrolled/');
  const same = page.getByRole('button', { name: '业务办理', exact: true });
  expect(await same.count()).toBeGreaterThan(1);
  await same.first().tap();
  await expect(page.getByRole('button', { pressed: true })).toHaveCount(1);
});
