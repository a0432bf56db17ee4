/** Sentences of the calculators of dates and fees. No figures. */
import { findCity } from '#cities';
import {
  addDays,
  type Coverage,
  type Deadline,
  type Figure,
  formatMoney,
  type Level,
  type NoAnswer,
  type Problem,
  weekdayOf,
  yearOf,
} from '#engine';
import type { IsoDate } from '#policy/types.ts';
import { formatDate, formatValue, group } from '#ui';

/** The verb for paying, as the texts of the city have it. */
export const payWord = (city: string): string => findCity(city)?.pay ?? '交';

const WEEKDAYS = ['星期日', '星期一', '星期二', '星期三', '星期四', '星期五', '星期六'];

export const weekday = (date: IsoDate): string => WEEKDAYS[weekdayOf(date)] ?? '';

/** A day without its year, where that is the one spoken of. */
export const dayIn = (date: IsoDate, year: number): string =>
  yearOf(date) === year ? formatDate(date).replace(/^\d+年/, '') : formatDate(date);

/** An amount without its unit, `.00` dropped: `436.32`, `1,550`. */
export const plain = (fen: number): string => group(formatMoney(fen).replace(/\.00$/, ''));

/** An amount in a sentence: `436.32 元`. */
export const yuan = (fen: number): string => `${plain(fen)} 元`;

/** The sum behind the last day: `2026年5月14日 + 6 个月 = 2026年11月14日`. */
export const deadlineSum = (birthDate: IsoDate, { newborn, rule }: Deadline): string =>
  `${formatDate(birthDate)}出生 + ${formatValue(rule.dated.value, rule.parameter.unit)} = ${formatDate(newborn)}。这一天还算在内。`;

/** The rule of a coverage in words. */
export const ruleWords = (rule: Figure): string =>
  rule.parameter.choices?.[rule.dated.value] ?? formatValue(rule.dated.value, rule.parameter.unit);

/** Between the payment and the first covered day. */
export const gapWords = ({ from }: Coverage): string =>
  `${formatDate(addDays(from, -1))}以前，只有上一期参过保、还没到期的才能报；没有上一期就是空档，空档里的费用自己付。空档能不能补，资料没有写，请问当地医保经办窗口。`;

export interface Refusal {
  title: string;
  text: string;
  ask: string;
}

/** @param when what the missing figures are for: `2027年9月`, `2012年出生` */
export function refusalWords(reason: NoAnswer, when: string): Refusal {
  switch (reason) {
    case 'notPublished':
      return {
        title: '本年度标准尚未公布',
        text: `${when}的标准，我们查到的资料里还没有。我们不拿上一年的数字顶替，所以不给出金额。`,
        ask: '等公布后再来，或看缴费页面显示的金额。',
      };
    case 'noRecord':
      return {
        title: '没有该年度的资料',
        text: `我们手上没有${when}的规定，所以算不了。`,
        ask: '请问当地医保经办窗口。',
      };
    case 'nonLocalBefore':
      return {
        title: '那时的规定只写了本市户籍',
        text: '从出生那天起享受，那时只写给本市户籍的新生儿。',
        ask: '请问医保经办窗口，别的情形能不能办。',
      };
    case 'lateEnrolment':
      return {
        title: '从哪天起能报，没有查到',
        text: '在这个时间参保，从哪天起享受，资料里没有统一的日子，这里不推算。',
        ask: '缴费以前先问办税服务厅或当地社保所。',
      };
    case 'awayUnknown':
    case 'noRule':
      return { title: '没有查到这项规定', text: '这个城市没有查到相应的规定。', ask: '请问当地医保部门。' };
  }
}

const PROBLEMS: Partial<Record<Problem, string>> = {
  notADate: '请填一个日历上有的日期。',
  beforeBirth: '这一天在孩子出生以前，请改缴费日期或出生日期。',
  afterWindow: '这一天已经过了新生儿的期限，不能从出生起缴费，按普通参保算。',
  guardianOnlyInBirthYear: '随监护人只限出生当年。',
};

export const problemWords = (problem: Problem): string => PROBLEMS[problem] ?? '这一项填得不对，请改一下。';

/** A rate and its points as a sum: `80% + 5 个百分点 = 85%`. */
export const rateSum = (figures: readonly Figure[], percent: string): string =>
  `${figures.map(({ dated, parameter }) => formatValue(dated.value, parameter.unit)).join(' + ')} = ${percent}%`;

export const LEVEL_NAMES: Record<Level, string> = { primary: '一级及以下', secondary: '二级', tertiary: '三级' };

/** Ordinary outpatient care in a tertiary hospital is paid at one kind of hospital only. */
export const OUTPATIENT_NAMES: Record<Level, string> = { ...LEVEL_NAMES, tertiary: '三级儿童医院' };

/** For `useChildIn(city).hukou`. */
export const hukouOptions = (cityName: string) => [
  { value: 'local', label: `${cityName}户籍` },
  { value: 'other', label: `不是${cityName}户籍` },
];
