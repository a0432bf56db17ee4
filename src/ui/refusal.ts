/** Why nothing was computed, in words, and whom to ask. No figures. */
import type { NoAnswer } from '#engine';

export interface Refusal {
  title: string;
  text: string;
  /** Whom to ask. */
  ask: string;
}

/** @param when what the missing figures are for: `2027 年`, `2012年出生` */
export function refusalWords(reason: NoAnswer, when: string): Refusal {
  switch (reason) {
    case 'notPublished':
      return {
        title: '本年度标准尚未公布',
        text: `${when}的标准，我们查到的资料里还没有。我们不拿上一年的数字顶替，所以不给出金额。`,
        ask: '等公布后再来，或问当地医保部门；缴费看缴费页面的金额。',
      };
    case 'noRecord':
      return {
        title: '没有该年度的资料',
        text: `${when}的规定，我们没有查到，算不了。`,
        ask: '请问当地医保经办窗口；看病的账，也可以问结算的医院医保办。',
      };
    case 'nonLocalBefore':
      return {
        title: '那时的规定只写了本市户籍',
        text: '从出生那天起享受，那时只写给本市户籍的新生儿。',
        ask: '请问医保经办窗口。',
      };
    case 'lateEnrolment':
      return {
        title: '从哪天起能报，没有查到',
        text: '在这个时间参保，从哪天起享受，资料里没有统一的日子，这里不推算。',
        ask: '缴费以前先问办税服务厅或当地社保所。',
      };
    case 'awayUnknown':
      return {
        title: '在外地看病，比例没有查到',
        text: '资料没有写在市外的支付比例和起付线，所以不给出数字。',
        ask: '请在就医前问参保地的医保部门。',
      };
    case 'noRule':
      return { title: '没有查到这项规定', text: '这个城市没有查到。', ask: '请问当地医保部门。' };
  }
}
