/** What the engine answers to a case, in the words of the case format, every field of it. */
import {
  DEFAULT_MEMBER,
  DEFAULT_VISIT,
  formatMoney,
  type Member,
  NOTHING_USED,
  type Outcome,
  type Payment,
  settleVisits,
  type Used,
  type Visit,
} from '#engine';
import type { Case } from '../oracle/types.ts';
import { chongqing, shenzhen } from './arbitraries.ts';

export type Answer = Record<string, unknown>;

const refusal = (o: { kind: 'notComputable' } | { kind: 'error'; field: string }): Answer =>
  o.kind === 'error' ? { error: o.field } : { notComputable: true };

const settled = (o: Outcome): Answer =>
  o.kind === 'computed'
    ? {
        fund: formatMoney(o.fund),
        critical: formatMoney(o.critical),
        self: formatMoney(o.self),
        outpatientLeft: formatMoney(o.outpatientLeft),
      }
    : refusal(o);

export function engineAnswers(task: Case): Answer[] | Answer {
  const { rules, policy } = task.city === 'shenzhen' ? shenzhen : chongqing;
  const member: Member = { ...DEFAULT_MEMBER, ...task.member };
  if (task.visits) {
    const visits = task.visits.map((visit): Visit => ({ ...DEFAULT_VISIT, ...visit }));
    const used: Used = { ...NOTHING_USED, ...task.used };
    return settleVisits(rules, policy, member, visits, used).map(settled);
  }
  const paid = task.premium ?? task.coverage;
  if (paid) {
    const payment: Payment = { newborn: false, bothYears: false, ...paid };
    if (task.premium) {
      const o = rules.premium(policy, member, payment);
      if (o.kind !== 'computed') return refusal(o);
      return { own: formatMoney(o.own), ...(o.months === undefined ? {} : { months: o.months }) };
    }
    const o = rules.coverage(policy, member, payment);
    return o.kind === 'computed' ? { from: o.from, to: o.to } : refusal(o);
  }
  if (task.clinic) {
    const o = rules.clinic(policy, member, task.clinic.on);
    return o.kind === 'computed' ? { options: [...o.options] } : refusal(o);
  }
  const o = rules.deadline(policy, member);
  return o.kind === 'computed' ? { newborn: o.newborn } : refusal(o);
}
