/** The family's ledger: visits entered, the sums of a year, what is taken out and brought back. */
import { bill, clinic, keep, recordStay, shot, store, title, visit } from './lib/ledger.ts';
import { choose, expect, fen, fits, opened, test, wipe } from './lib/test.ts';

test.beforeEach(async ({ page }) => page.clock.setFixedTime(new Date('2026-11-22T10:00:00+08:00')));

test('从冷开始：算完记进账本，列表、限额、合计都在；改前面的，后面跟着重算；删掉一笔，等于没记过', async ({ page }) => {
  await opened(page, '/shenzhen/');
  await page.getByRole('link', { name: /家庭账本/ }).tap();
  await expect(page.getByText('还没有记过')).toBeVisible();
  await shot(page, 'empty');
  await page.getByRole('link', { name: '先算一次，再记进来' }).tap();
  await choose(page, '住院');
  await choose(page, '深圳市内');
  await choose(page, /三级/);
  await choose(page, '第二次或更多');
  await bill(page, '8000');
  await page.getByRole('button', { name: '看结果' }).tap();
  await page.getByRole('button', { name: /记进家庭账本/ }).tap();
  await shot(page, 'sheet');
  await store(page, { month: '5', day: '1', name: '豆豆' });
  // The first of the year, whatever the estimate was told: 8000 − 600 = 7400 × 90 % = 6660
  await expect(visit(page, /5月1日 住院/)).toContainText('医保付 ¥6,660.00，自己付 ¥1,340.00');
  await shot(page, 'one');

  // An earlier one makes the first entered the second of the year: 8000 − 300 = 7700 × 90 % = 6930
  await recordStay(page, '1000', { month: '2', day: '3', note: '发烧' });
  await expect(visit(page, /2月3日 住院/)).toContainText('医保付 ¥360.00');
  await expect(visit(page, /2月3日 住院/)).toContainText('发烧');
  await expect(visit(page, /5月1日 住院/)).toContainText('医保付 ¥6,930.00');
  const sums = async () =>
    (await page.getByRole('list', { name: '这一年谁付多少' }).getByRole('listitem').allTextContents()).map((line) =>
      fen(/¥[\d,.]+/.exec(line)?.[0] ?? ''),
    );
  expect(await sums()).toEqual([729_000, 171_000, 900_000]);
  // Own share: 640 + 1070 = 1710 of 10,000… by the bar
  const bar = page.locator('.led-bar', { hasText: '大病保险起点' });
  const [left = '', used = ''] = (await bar.innerText()).match(/¥[\d,.]+/g) ?? [];
  expect([fen(used), fen(left) + fen(used)]).toEqual([171_000, fen((await bar.getByRole('button').innerText()) ?? '')]);

  // Changing the earlier one: it was outpatient care after all.
  await visit(page, /2月3日/).tap();
  await shot(page, 'entry');
  await page.getByRole('button', { name: '修改这一笔' }).tap();
  await expect(page.getByRole('button', { name: '存进账本' })).toBeVisible();
  await expect(page.getByText(/^正在改账本里 2026年2月3日 的这一笔/)).toBeVisible();
  await shot(page, 'change');
  await page.getByRole('button', { name: /就医方式/ }).tap();
  await choose(page, /门诊/, '看结果');
  await choose(page, '是选定的', '看结果');
  await page.getByRole('button', { name: '存进账本' }).tap();
  await expect(page.getByRole('dialog').getByRole('textbox', { name: '月' })).toHaveValue('2');
  await store(page, {});
  await expect(visit(page, /2月3日 门诊/)).toContainText('发烧');
  await expect(visit(page, /5月1日 住院/)).toContainText('医保付 ¥6,660.00');
  await page.goBack();
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await page.goForward();

  // Deleted: as if it had never been. The other stays, also after the page is opened anew.
  await visit(page, /2月3日/).tap();
  await page.getByRole('button', { name: '删掉这一笔' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: '不删了' })).toBeFocused();
  await page.getByRole('button', { name: '确定删掉' }).tap();
  await expect(visit(page, /2月3日/)).toHaveCount(0);
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
  expect(await sums()).toEqual([666_000, 134_000, 800_000]);
  await page.reload();
  await expect(visit(page, /5月1日 住院/)).toContainText('医保付 ¥6,660.00');
  expect(decodeURIComponent(page.url())).not.toMatch(/8000|豆豆|5-1|record/);
});

test('“不清楚”不进账本；算不了的写明原因、不进合计；重庆的限额', async ({ page }) => {
  const answers = { care: 'inpatient', enrolment: 'independent', tier: 'one', level: 'tertiary' };
  const stay = { ...clinic(1, '2026-03-01', '10000'), city: 'chongqing', answers };
  await keep(page, [
    stay,
    { ...stay, id: '2026-04.000000002abc', date: '2026-04-01', answers: { ...answers, tier: 'unsure' } },
    { ...stay, id: '2026-05.000000003abc', date: '2026-05-01', answers: { ...answers, enrolment: 'guardian' } },
    { ...stay, id: '2023-05.000000004abc', date: '2023-05-01' },
  ]);
  await opened(page, '/chongqing/ledger/');
  await expect(visit(page, /3月1日 住院 · 三级/)).toContainText('医保付 ¥5,060.00');
  await expect(visit(page, /4月1日/)).toContainText('没有算进合计。请点开补上');
  await expect(visit(page, /5月1日/)).toContainText('随监护人参保只限出生当年');
  await expect(page.getByText('有 2 笔没有算进去')).toBeVisible();
  await expect(page.locator('.led-bar', { hasText: '住院等的年度限额' })).toContainText('还剩 ¥74,940.00');
  await shot(page, 'chongqing');
  await page.getByRole('radio', { name: '2023年' }).tap();
  await expect(visit(page, /5月1日/)).toContainText('没有查到这一年的标准');
  await expect(page.getByText('没有该年度的资料，限额还剩多少先不写')).toBeVisible();
  await expect(page.getByText('尚未公布')).toHaveCount(0);
  await opened(
    page,
    '/chongqing/estimate/?at=result&care=outpatient&enrolment=independent&level=unsure&tier=one&eligible=300',
  );
  await page.getByRole('button', { name: '弄清医院级别，就能记进账本' }).tap();
  await expect(title(page, /哪一级医院/)).toBeVisible();
});

test('微信里：复制文字，全清，再粘回来；坏了的说哪一行，什么都不改', async ({ page }) => {
  await keep(page, [clinic(1, '2026-03-01', '1000'), clinic(2, '2026-03-02', '400')]);
  await opened(page, '/shenzhen/ledger/');
  await page.getByRole('link', { name: /存一份/ }).tap();
  await expect(page.getByText('一共 2 笔')).toBeVisible();
  await expect(page.getByRole('button', { name: '存成文件' })).toHaveCount(0);
  await shot(page, 'export');
  await page.evaluate(() => {
    document.addEventListener('copy', () => {
      document.body.dataset.copied =
        document.activeElement instanceof HTMLTextAreaElement ? document.activeElement.value : '';
    });
  });
  await page.getByRole('button', { name: /^复制账本的文字/ }).tap();
  const text = (await page.evaluate(() => document.body.dataset.copied)) ?? '';
  expect(text.trim().split('\n')).toHaveLength(5);

  await opened(page, '/shenzhen/');
  await wipe(page);
  await expect(page.getByText('已清除')).toBeVisible();
  await opened(page, '/shenzhen/ledger/?at=import');
  const area = page.getByRole('textbox', { name: /粘到这里/ });
  const look = page.getByRole('button', { name: '看看里面有什么' });
  await area.fill(text.replace('2026-03-02', '2026-02-30'));
  await look.tap();
  await expect(page.getByRole('alert')).toContainText(
    '第 4 行：日期不对：日历上没有“2026-02-30”。手机里的什么都没有改。',
  );
  await shot(page, 'fault');
  await area.fill(text);
  await look.tap();
  await expect(page.getByText('新增 1 个孩子，新增 2 笔。')).toBeVisible();
  await page.getByRole('button', { name: '取回', exact: true }).tap();
  await expect(visit(page, /3月1日/)).toContainText('医保付 ¥750.00');
  await expect(visit(page, /3月2日/)).toContainText('医保付 ¥300.00');
  await opened(page, '/shenzhen/ledger/?at=import');
  await area.fill(text);
  await look.tap();
  await expect(page.getByText('手机里都已经有了，不用取。')).toBeVisible();
  expect(await page.evaluate(() => Object.keys(Object.prototype))).toEqual([]);
});

test.describe('outside WeChat', () => {
  test.use({ userAgent: 'Mozilla/5.0 (Linux; Android 16) AppleWebKit/537.36 Chrome/142.0.0.0 Mobile Safari/537.36' });

  test('微信外：存成文件，从文件取回', async ({ page }) => {
    await keep(page, [clinic(1, '2026-03-01', '1000')]);
    await opened(page, '/shenzhen/ledger/?at=export');
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: '存成文件' }).tap();
    const file = await download;
    expect(file.suggestedFilename()).toBe('家庭账本-2026-11-22.txt');
    const path = await file.path();
    await opened(page, '/me/');
    await wipe(page);
    await opened(page, '/chongqing/ledger/?at=import');
    const chooser = page.waitForEvent('filechooser');
    await page.getByRole('button', { name: '从文件里取' }).tap();
    await (await chooser).setFiles(path);
    await page.getByRole('button', { name: '取回', exact: true }).tap();
    await page.getByRole('link', { name: /深圳的账本/ }).tap();
    await expect(visit(page, /3月1日/)).toContainText('医保付 ¥750.00');
  });
});

test('手机不让存：照样能记能算，说明白关掉就没了', async ({ page }) => {
  await page.addInitScript(() => {
    IDBFactory.prototype.open = () => {
      throw new DOMException('refused', 'SecurityError');
    };
  });
  await opened(page, '/shenzhen/ledger/');
  await expect(page.getByText('这个浏览器不让网页存东西')).toBeVisible();
  await recordStay(page, '8000', { name: '豆豆' });
  await expect(visit(page, /11月22日 住院/)).toContainText('医保付 ¥6,660.00');
  await expect(page.getByText('这个浏览器不让网页存东西')).toBeVisible();
});

test('没能从手机里删掉的：下次存得进的时候一起删，不会再冒出来', async ({ page }) => {
  await keep(
    page,
    [1, 2, 3].map((day) => clinic(day, `2026-11-0${day}`, '1000')),
  );
  await opened(page, '/shenzhen/ledger/');
  const remove = async (day: number) => {
    await visit(page, new RegExp(`11月${day}日`)).tap();
    await page.getByRole('button', { name: '删掉这一笔' }).tap();
    await page.getByRole('button', { name: '确定删掉' }).tap();
    await expect(visit(page, new RegExp(`11月${day}日`))).toHaveCount(0);
  };
  await page.evaluate(() => {
    const { put } = IDBObjectStore.prototype;
    const full = { put, on: true };
    IDBObjectStore.prototype.put = function (...of) {
      const request = put.apply(this, of);
      if (full.on) this.transaction.abort();
      return request;
    };
    Object.assign(window, { full });
  });
  await remove(1);
  await expect(page.getByText('这个浏览器不让网页存东西')).toBeVisible();
  await page.evaluate(() => {
    (window as unknown as { full: { on: boolean } }).full.on = false;
  });
  await remove(2);
  await expect(page.getByText('这个浏览器不让网页存东西')).toHaveCount(0);
  await expect(visit(page, /11月1日/)).toHaveCount(0);
  await page.reload();
  await expect(visit(page, /11月3日/)).toBeVisible();
  await expect(visit(page, /11月[12]日/)).toHaveCount(0);
});

test('两个页面同时记，谁也不冲掉谁；关在半路，旧的还在', async ({ page, context }) => {
  await keep(page, [clinic(1, '2026-11-01', '1000')]);
  await opened(page, '/shenzhen/ledger/');
  const other = await context.newPage();
  await other.clock.setFixedTime(new Date('2026-11-22T10:00:00+08:00'));
  await opened(other, '/shenzhen/ledger/');
  await recordStay(page, '8000', { day: '2' });
  await recordStay(other, '1000', { day: '3' });
  for (const day of [1, 2, 3]) await expect(visit(other, new RegExp(`11月${day}日`))).toBeVisible();
  await visit(other, /11月2日/).tap();
  await other.getByRole('button', { name: '删掉这一笔' }).tap();
  await other.getByRole('button', { name: '确定删掉' }).tap();
  await other.close({ runBeforeUnload: false });
  await page.reload();
  await expect(visit(page, /11月1日/)).toContainText('医保付 ¥750.00');
  await expect(visit(page, /11月3日/)).toBeVisible();
});

test('一万笔：先画二十笔，翻到年初照样改', async ({ page }) => {
  const day = (n: number) =>
    `2026-${String(Math.floor(n / 909) + 1).padStart(2, '0')}-${String((n % 28) + 1).padStart(2, '0')}`;
  await keep(
    page,
    Array.from({ length: 9990 }, (_, n) => clinic(n, day(n), String(100 + (n % 300)))),
  );
  await opened(page, '/shenzhen/ledger/');
  await expect(page.getByText('2026年一共（9990 笔）')).toBeVisible();
  expect(await page.getByRole('main').getByRole('listitem').count()).toBeLessThan(60);
  await page.getByRole('button', { name: '看这个月的 909 笔' }).last().tap();
  await expect(visit(page, /^1月\d+日/)).toHaveCount(50);
  await visit(page, /^1月28日/)
    .first()
    .tap();
  await page.getByRole('button', { name: '删掉这一笔' }).tap();
  await page.getByRole('button', { name: '确定删掉' }).tap();
  await expect(page.getByText('2026年一共（9989 笔）')).toBeVisible();
});

test('无障碍、大字和窄屏', async ({ page }) => {
  const answers = { care: 'inpatient', enrolment: 'guardian', tier: 'two', level: 'tertiary' };
  await keep(
    page,
    [
      { ...clinic(1, '2026-06-01', '123456.78'), city: 'chongqing', answers, note: '发烧，儿童医院，住了五天，第二次' },
      { ...clinic(2, '2026-07-01', '300'), child: 'cccccccccc', city: 'chongqing', answers },
      { ...clinic(3, '2027-07-01', '300'), city: 'chongqing', answers },
    ],
    { birth: { year: '2026', month: '1', day: '31' }, name: '小名有十个字那么长呀' },
  );
  for (const at of ['', '?at=export', '?at=import']) {
    await opened(page, `/chongqing/ledger/${at}`);
    if (at === '') await expect(visit(page, /6月1日/)).toBeVisible();
    await fits(page);
    await shot(page, `layout-${at.slice(4)}`);
  }
  await opened(page, '/chongqing/ledger/');
  await visit(page, /6月1日/).tap();
  await expect(page.getByRole('dialog')).toContainText('大病保险付');
  await fits(page);
});

test('基金付得超过一年平均工资：账本的合计下面说', async ({ page }) => {
  const told = page.getByText('今年医保基金付的已经超过一年的平均工资');
  await opened(page, '/shenzhen/ledger/');
  await recordStay(page, '190000', { month: '2', day: '3', name: '豆豆' });
  await expect(told).toHaveCount(0);
  await recordStay(page, '10000', { month: '5', day: '1' });
  await expect(told).toBeVisible();
});
