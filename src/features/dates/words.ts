/** Sentences of the calculators of dates and fees. No figures. */
import { findCity } from '#cities';
import {
  addDays,
  type Coverage,
  type Deadline,
  type Figure,
  formatMoney,
  type Level,
  type Problem,
  weekdayOf,
  yearOf,
} from '#engine';
import type { IsoDate } from '#policy/types.ts';
import { formatDate, formatValue, group } from '#ui';

/** The verb for paying, as the texts of the city have it. */
export const payWord = (city: string): string => findCity(city)?.pay ?? '交';

export const weekday = (date: IsoDate): string => `星期${'日一二三四五六'.charAt(weekdayOf(date))}`;

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

/** Between the payment and the first covered day. `first`: of a child that was never enrolled, and who of them. */
export const gapWords = ({ from }: Coverage, first?: string): string =>
  `${formatDate(addDays(from, -1))}以前，${first === undefined ? '只有上一期参过保、还没到期的才能报；没有上一期就是空档' : `${first}看病的钱不能报`}，费用自己付；能不能补，资料没有写，请问医保经办窗口。`;

const PROBLEMS: Partial<Record<Problem, string>> = {
  notADate: '请填一个日历上有的日期。',
  beforeBirth: '这一天在孩子出生以前，请改缴费日期或出生日期。',
  afterWindow: '缴费那天已经过了新生儿的期限，不能从出生起缴费，要按普通参保缴。',
  guardianOnlyInBirthYear: '随监护人只限出生当年。',
};

export const problemWords = (problem: Problem): string => PROBLEMS[problem] ?? '这一项填得不对，请改一下。';

/** A rate and its points as a sum: `80% + 5 个百分点 = 85%`. */
export const rateSum = (figures: readonly Figure[], percent: string): string =>
  `${figures.map(({ dated, parameter }) => formatValue(dated.value, parameter.unit)).join(' + ')} = ${percent}%`;

export const LEVEL_NAMES: Record<Level, string> = { primary: '一级及以下', secondary: '二级', tertiary: '三级' };

/** For `useChildIn(city).hukou`. */
export const hukouOptions = (cityName: string) => [
  { value: 'local', label: `${cityName}户籍` },
  { value: 'other', label: `不是${cityName}户籍` },
];
