/**
 * The journeys, as data: walked on every engine. Words are those on screen. What depends on the day is opened with its year.
 */

export type Step =
  | { open: string }
  /** The h1. */
  | { title: string }
  /** Somewhere on the page. */
  | { see: string }
  /** In the half-screen. */
  | { inSheet: string }
  | { noSheet: true }
  /** A link, a button or a fold, by its words. */
  | { tap: string }
  /** An option, then the button below. */
  | { choose: string; then: string }
  /** A field, by its label. */
  | { fill: string; text: string }
  /** An image whose description has these words, drawn by the page. */
  | { drawn: string }
  /** The size of the text of the page, in px. */
  | { textSize: number }
  | { back: true }
  | { reload: true };

export interface Journey {
  name: string;
  /** Also in the short form: goes through most of what may break. */
  short?: true;
  steps: Step[];
}

const open = (path: string): Step => ({ open: path });
const title = (words: string): Step => ({ title: words });
const see = (words: string): Step => ({ see: words });
const tap = (words: string): Step => ({ tap: words });
const choose = (option: string, then = '下一步'): Step => ({ choose: option, then });
const fill = (label: string, text: string): Step => ({ fill: label, text });
const back: Step = { back: true };
const reload: Step = { reload: true };

const inSheet = (words: string): Step => ({ inSheet: words });
const close: Step[] = [tap('关闭'), { noSheet: true }];

/** Opens the source of a figure and closes it again. */
const source = (figure: string): Step[] => [tap(figure), inSheet('最后核对'), ...close];

/** A visit that was fully answered. */
const CLINIC = 'care=outpatient&level=primary&place=local&standing=selected&year=2026';

export const journeys: Journey[] = [
  {
    name: '深圳 第一次参保',
    steps: [
      open('/shenzhen/enrol/'),
      title('第一次参保'),
      tap('下一步'),
      see('请选一项，再点下面的按钮。'),
      choose('没有在园在校'),
      title('孩子多大了？'),
      choose('未满 7 周岁'),
      choose('是深圳户口'),
      choose('是，还在 6 个月以内'),
      title('抓紧登记，从出生起享受'),
      tap('用“深圳医保”登记'),
      title('微信登记：深圳医保'),
      see('最后核对'),
      back,
      title('抓紧登记，从出生起享受'),
      reload,
      title('抓紧登记，从出生起享受'),
      back,
      title('孩子出生还在 6 个月以内吗？'),
    ],
  },
  {
    name: '深圳 缴费',
    steps: [
      open('/shenzhen/pay/'),
      choose('以前参过保，没有停保'),
      title('你手边有什么？'),
      choose('微信'),
      tap('用公众号交'),
      see('代缴社保费'),
      back,
      back,
      title('你手边有什么？'),
    ],
  },
  {
    name: '深圳 选社康',
    steps: [
      open('/shenzhen/clinic/'),
      choose('未满 14 周岁'),
      title('想怎么绑定？'),
      choose('用微信'),
      see('14 周岁'),
      tap('深圳 · 选社康'),
      title('深圳少儿医保'),
    ],
  },
  {
    name: '深圳 估算',
    short: true,
    steps: [
      open('/shenzhen/estimate/?year=2026'),
      title('算一算能报多少'),
      choose('门诊（含急诊，当天回家）'),
      choose('深圳市内'),
      choose('一级及以下（社康也是）'),
      choose('是选定的'),
      fill('医保范围内的费用', 'abc'),
      tap('下一步'),
      see('例如 300'),
      fill('医保范围内的费用', '１，２３４．５0元'),
      tap('下一步'),
      tap('看结果'),
      title('这次大约能报多少'),
      ...source('925.88'),
      tap('医院级别'),
      choose('三级（三甲也是）', '看结果'),
      see('678.98'),
      tap('画成图比一比'),
      tap('用表格看'),
      tap('分享'),
      inSheet('非官方，仅供参考。'),
      tap('保存图片'),
      { drawn: '可以转发的图片' },
      ...close,
      reload,
      see('678.98'),
      tap('换成大字版'),
      { textSize: 21.25 },
      open('/shenzhen/'),
      { textSize: 21.25 },
    ],
  },
  {
    name: '重庆 第一次参保',
    steps: [
      open('/chongqing/enrol/'),
      choose('在重庆（本市户籍）'),
      choose('今年出生，还在期限内'),
      choose('参加了，也缴了费'),
      see('随监护人'),
      reload,
      see('随监护人'),
      back,
      title('监护人参加了重庆居民医保吗？'),
    ],
  },
  {
    name: '重庆 估算',
    steps: [
      open('/chongqing/estimate/?year=2026'),
      choose('住院'),
      choose('独立参保（孩子自己缴了费）'),
      choose('一档'),
      choose('三级（三甲也是）'),
      fill('医保范围内的费用', '10000'),
      tap('下一步'),
      tap('看结果'),
      ...source('5,060.00'),
      see('独立参保的未成年人加点'),
    ],
  },
  {
    name: '家庭账本',
    steps: [
      open(`/shenzhen/estimate/?at=result&eligible=1000&${CLINIC}`),
      tap('记进家庭账本'),
      inSheet('月'),
      fill('月', '5'),
      fill('日', '1'),
      tap('存'),
      title('家庭账本'),
      see('5月1日 门诊'),
      see('医保付 ¥750.00'),
      tap('5月1日'),
      inSheet('修改这一笔'),
      back,
      { noSheet: true },
      // Read back from what the phone keeps.
      open('/shenzhen/estimate/?year=2026'),
      choose('门诊（含急诊，当天回家）'),
      choose('深圳市内'),
      choose('一级及以下（社康也是）'),
      choose('是选定的'),
      fill('医保范围内的费用', '400'),
      tap('下一步'),
      see('已按家庭账本填好'),
    ],
  },
  {
    name: '和结算单对一对',
    steps: [
      open(`/shenzhen/estimate/?at=result&eligible=1000&${CLINIC}`),
      tap('和医院的结算单对不上'),
      title('结算单上写的是多少？'),
      fill('总费用', '1000'),
      fill('统筹基金支付', '155.85'),
      tap('看结果'),
      title('有 2 行和规定不一样'),
      see('2,500.01 元'),
      back,
      title('结算单上写的是多少？'),
    ],
  },
  {
    name: '查表、算日子、分享',
    steps: [
      open('/'),
      tap('重庆'),
      tap('待遇一览'),
      tap('800'),
      inSheet('最后核对'),
      back,
      { noSheet: true },
      open('/shenzhen/newborn/'),
      fill('年', '2026'),
      fill('月', '8'),
      fill('日', '10'),
      tap('深圳户籍'),
      tap('看最晚哪天办'),
      see('2027年2月10日'),
      open('/shenzhen/help/'),
      tap('分享'),
      tap('复制文字和链接'),
      inSheet('已复制'),
    ],
  },
];
