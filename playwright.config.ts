import { defineConfig, type PlaywrightTestConfig } from '@playwright/test';
import { findBrowser, findFont } from './scripts/find-browser.ts';

/** Found once, handed to the workers. */
process.env.WA_BROWSER ??= findBrowser().path;
process.env.WA_FONT ??= findFont();

const port = Number(process.env.E2E_PORT ?? 4273);
const asRoot = process.getuid?.() === 0;

/** A current Android phone inside WeChat. */
const android =
  'Mozilla/5.0 (Linux; Android 16; V2408A Build/BQ2A.250705.001; wv) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 ' +
  'Chrome/142.0.7444.173 Mobile Safari/537.36 XWEB/1420229 MMWEBSDK/20260101 MMWEBID/6740 MicroMessenger/8.0.68.3020' +
  '(0x28004458) WeChat/arm64 Weixin NetType/WIFI Language/zh_CN ABI/arm64';

const phone = {
  browserName: 'chromium',
  userAgent: android,
  hasTouch: true,
  isMobile: true,
  deviceScaleFactor: 2,
  locale: 'zh-CN',
  timezoneId: 'Asia/Shanghai',
  serviceWorkers: 'block',
  // Nobody waits for a panel to come up; `wechat.spec.ts` lets it move.
  contextOptions: { reducedMotion: 'reduce' },
  baseURL: `http://localhost:${port}`,
  launchOptions: {
    executablePath: process.env.WA_BROWSER,
    args: [
      ...(asRoot ? ['--no-sandbox'] : []),
      '--disable-gpu',
      '--disable-background-networking',
      '--no-first-run',
      // A page lives for seconds here: what the optimizing compilers cost (a tenth of the time) it never gets back.
      '--js-flags=--no-maglev,--no-turbofan',
    ],
  },
  // Recording every action costs a quarter of the time: only when somebody looks for a fault (`TRACE=1`).
  trace: process.env.TRACE ? 'retain-on-failure' : 'off',
} satisfies PlaywrightTestConfig['use'];

export default defineConfig({
  testDir: 'e2e',
  fullyParallel: true,
  forbidOnly: Boolean(process.env.CI),
  // In CI a machine may stand still for a moment; what needed a second try is named as flaky, and is a fault to be looked into.
  retries: process.env.CI ? 1 : 0,
  // Generous: a machine with other work is slow, and a walk that hangs is seen all the same.
  timeout: 60_000,
  workers: 2,
  reporter: process.env.CI ? [['line']] : [['list']],
  outputDir: 'test-results',
  use: { ...phone, viewport: { width: 375, height: 667 } },
  webServer: {
    command: 'npx tsx scripts/serve.ts',
    env: { PORT: String(port) },
    url: `http://localhost:${port}/`,
    reuseExistingServer: !process.env.CI,
  },
});
