/** Sentences of the estimate: refusals, problems at a field, remarks. No figures. */
import type { Field, NoAnswer, Problem } from '#engine';

export interface Refusal {
  title: string;
  text: string;
  /** Whom to ask. */
  ask: string;
}

export function refusalWords(reason: NoAnswer, year: number): Refusal {
  switch (reason) {
    case 'notPublished':
      return {
        title: '本年度标准尚未公布',
        text: `${year} 年的标准在我们查到的资料里还没有。我们不拿上一年的数字顶替，所以不给出结果。`,
        ask: '可以先看已有年度的结果；新标准请问当地医保局，或等公布后再来。',
      };
    case 'noRecord':
      return {
        title: '没有该年度的资料',
        text: `我们手上没有 ${year} 年的标准，所以算不了。`,
        ask: '请问当时结算的医院医保办，或当地医保局。',
      };
    case 'awayUnknown':
      return {
        title: '在外地看病，比例没有查到',
        text: '各处资料都没有写居民医保在市外就医的支付比例和起付线，所以不给出数字。',
        ask: '请在就医前问参保地的医保部门；看病时带上医保电子凭证或社会保障卡。',
      };
    case 'nonLocalBefore':
      return {
        title: '那时的规定只写了本市户籍',
        text: '按付款那天的规定，出生起享受待遇只写给本市户籍的新生儿。',
        ask: '请问医保经办窗口。',
      };
    case 'lateEnrolment':
      return {
        title: '从哪天起享受，要问窗口',
        text: '在这个时间参保，生效日期没有查到明确规定。',
        ask: '请问办税服务厅或当地社保所。',
      };
    case 'noRule':
      return { title: '没有这项规定', text: '这个城市没有查到相应的规定。', ask: '请问当地医保部门。' };
  }
}

const PROBLEMS: Partial<Record<Problem, string>> = {
  notMoney: '请只填数字，最多两位小数，不超过一亿，例如 300 或 1234.50。',
  notACount: '请填整数，例如 1。',
  notADate: '请填一个日历上有的日期。',
  beforeBirth: '这一天在孩子出生以前，请改日期。',
  moreThanEligible: '乙类费用是医保范围内费用的一部分，不能比它多。',
  filedWithoutHukou: '这种备案要有本地户籍才能办，请改选一种情形。',
  guardianOnlyInBirthYear: '随监护人参保只限出生当年，请改参保方式。',
};

export const problemWords = (problem: Problem): string => PROBLEMS[problem] ?? '这一项填得不对，请改一下。';

/** What to put in an empty required field. */
export const NEEDED = '请填金额，例如 300。没有分项就填总数。';

/** The same where the lines of a slip are copied. */
export const FROM_SLIP = '请照着单子填，例如 300；没有付就填 0。';

/** Where a slip has to say more than 0. */
export const NOTHING = '要比 0 多，请照着单子填。';

/** Where the running result stands, before there is one. */
export const RUNNING = '填好金额，这里马上算出来。';

/** Which screen holds the field an error is about. */
export function screenOfField(field: Field): 'costs' | 'used' | 'enrolment' {
  if (field === 'enrolment') return field;
  return field === 'eligible' || field === 'excluded' || field === 'consultationFee' || field === 'classB'
    ? 'costs'
    : 'used';
}
