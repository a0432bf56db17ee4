/**
 * json-rules-engine: what applies is decided by its rules, which answer with events; it has no arithmetic of its own, so the
 * events are put together here, in whole fen. The events are the explanation.
 */
import { Engine, type RuleProperties } from 'json-rules-engine';
import { figures, LEVELS, type Level, toBasis, toFen } from '../figures.ts';
import type { Answer, Contestant, Task } from '../job.ts';

type Condition = { fact: string; operator: 'equal' | 'notEqual' | 'greaterThan'; value: string | number | boolean };
type Conditions = Condition | { all: Conditions[] } | { any: Conditions[] };

const is = (fact: string, value: string | number | boolean): Condition => ({ fact, operator: 'equal', value });
const not = (fact: string, value: string): Condition => ({ fact, operator: 'notEqual', value });
const away = not('place', 'local');
const temporary: Condition[] = [away, is('registered', false), is('reason', 'routine')];

const f = figures(toFen, toBasis);

/** One rule: if all of these hold, this figure is the one to take. */
const rule = (type: string, n: number, ...all: Conditions[]): RuleProperties => ({
  conditions: { all } as RuleProperties['conditions'],
  event: { type, params: { n } },
});
const levels = (type: string, of: Record<Level, number>, ...all: Conditions[]) =>
  LEVELS.map((level) => rule(type, of[level], is('level', level), ...all));

const outpatient = is('inpatient', false);
const inpatient = is('inpatient', true);
const rules: RuleProperties[] = [
  ...levels('consultation', f.consultation, outpatient, is('place', 'local')),
  ...levels('rate', f.care, outpatient),
  ...levels('rate', f.stay, inpatient),
  ...levels('deductible', f.first, inpatient, is('stays', 0)),
  ...levels('deductible', f.later, inpatient, { fact: 'stays', operator: 'greaterThan', value: 0 }),
  rule('factor', f.away.filed, away, is('registered', true)),
  rule('factor', f.away.referral, away, is('registered', false), is('reason', 'referral')),
  rule('factor', f.away.emergency, away, is('registered', false), is('reason', 'emergency')),
  rule('factor', f.away.temporary, ...temporary, is('place', 'elsewhere')),
  rule('factor', f.away.provinceInpatient, ...temporary, is('place', 'province'), inpatient),
  rule('factor', f.away.provinceOutpatient, ...temporary, is('place', 'province'), outpatient),
  rule('paid', 1, is('place', 'local'), { any: [is('selected', true), not('reason', 'routine')] }),
  rule('paid', 1, away, { any: [is('reason', 'emergency'), { all: [is('selected', true), is('level', 'primary')] }] }),
];

const share = (amount: number, n: number, d = 10_000) => {
  const product = amount * n;
  const rest = product % d;
  return (product - rest) / d + (rest * 2 >= d ? 1 : 0);
};
const benefit = (own: number) =>
  share(Math.max(0, Math.min(own, f.middle) - f.threshold) * f.lower + Math.max(0, own - f.middle) * f.upper, 1);

/** What the events amount to. */
function settle(t: Task, taken: Map<string, number>): Answer {
  const rate = taken.get('rate') ?? 0;
  const factor = taken.get('factor') ?? 10_000;
  const open = Math.max(0, f.limit - t.usedLimit);
  const bill = t.eligible + t.consultationFee + t.excluded;
  const firstShare = share(t.classB, f.firstShare);
  if (!t.inpatient) {
    const fee = share(t.consultationFee, taken.get('consultation') ?? 0);
    const care = taken.has('paid') ? Math.min(open, share(t.eligible - firstShare, rate * factor, 100_000_000)) : 0;
    return { fund: fee + care, critical: 0, self: bill - fee - care, left: open - care };
  }
  const cost = t.eligible + t.consultationFee - firstShare;
  const above = Math.max(0, cost - (taken.get('deductible') ?? 0));
  const fund = share(above, rate * factor, 100_000_000);
  const own = t.usedOwn + cost - share(above, rate);
  const critical = benefit(own) - benefit(t.usedOwn);
  return { fund, critical, self: bill - fund - critical, left: open };
}

interface Result {
  answer: Answer;
  events: unknown[];
}

export function jsonRules(): Contestant<Task, Result> {
  const engine = new Engine(rules);
  return {
    name: 'json-rules-engine, its events explain',
    input: (t) => t,
    async run(t) {
      const { events } = await engine.run({ ...t });
      const taken = new Map(events.map(({ type, params }) => [type, Number(params?.n)]));
      return { answer: settle(t, taken), events };
    },
    answer: (result) => result.answer,
  };
}
