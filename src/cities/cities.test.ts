/** What no worked case can say: reasons, problems, remarks, and how a fee or a span was found. */
import { describe, expect, it } from 'vitest';
import {
  DEFAULT_MEMBER,
  DEFAULT_VISIT,
  type Member,
  NOTHING_USED,
  type Payment,
  settleVisits,
  type Visit,
} from '#engine';
import { city as chongqing } from './chongqing.ts';
import type { CityModule } from './city.ts';
import { city as shenzhen } from './shenzhen.ts';

const child: Member = { ...DEFAULT_MEMBER, birthDate: '2019-05-01' };
const pay = (payDate: string, more: Partial<Payment> = {}): Payment => ({
  payDate,
  newborn: false,
  bothYears: false,
  ...more,
});
const one = (city: CityModule, visit: Partial<Visit>, member: Partial<Member> = {}) =>
  settleVisits(
    city.rules,
    city.policy,
    { ...child, ...member },
    [{ ...DEFAULT_VISIT, date: '2025-05-05', care: 'outpatient', level: 'primary', ...visit }],
    NOTHING_USED,
  )[0];

describe('why there is no answer', () => {
  it.each([
    [shenzhen, '2023-12-31', 'noRecord'],
    [shenzhen, '2027-01-01', 'notPublished'],
    [chongqing, '2023-12-31', 'noRecord'],
    [chongqing, '2027-01-01', 'notPublished'],
  ] as const)('$id on %s: %s', (city, date, reason) => {
    expect(one(city, { date })).toEqual({ kind: 'notComputable', reason });
  });

  it('Chongqing out of the city: the ratios are not known, and an unknown year comes first', () => {
    expect(one(chongqing, { place: 'province' })).toEqual({ kind: 'notComputable', reason: 'awayUnknown' });
    expect(one(chongqing, { place: 'elsewhere', date: '2027-01-01' })).toMatchObject({ reason: 'notPublished' });
  });

  it('dates: no rule, not in force yet, too late', () => {
    expect(chongqing.rules.clinic(chongqing.policy, child, '2025-01-01')).toMatchObject({ reason: 'noRule' });
    const stranger = { ...child, localHukou: false, birthDate: '2024-03-01' };
    expect(shenzhen.rules.deadline(shenzhen.policy, stranger)).toMatchObject({ reason: 'nonLocalBefore' });
    const late = chongqing.rules.coverage(chongqing.policy, child, pay('2025-03-01'));
    expect(late).toMatchObject({ reason: 'lateEnrolment' });
  });
});

describe('what is wrong with an input', () => {
  it.each([
    [shenzhen, { date: '2018-01-01' }, {}, 'date', 'beforeBirth'],
    [shenzhen, { date: 'x' }, {}, 'date', 'notADate'],
    [shenzhen, { eligible: '1,5' }, {}, 'eligible', 'notMoney'],
    [shenzhen, { diseases: 0 }, {}, 'diseases', 'notACount'],
    [shenzhen, { eligible: '1', classB: '1.01' }, {}, 'classB', 'moreThanEligible'],
    [shenzhen, { care: 'major' }, {}, 'care', 'careUnknownHere'],
    [shenzhen, { place: 'province', registered: true }, { localHukou: false }, 'registered', 'filedWithoutHukou'],
    [chongqing, {}, { enrolment: 'withGuardian' }, 'enrolment', 'guardianOnlyInBirthYear'],
  ] as const)('$id %j', (city, visit, member, field, problem) => {
    expect(one(city, visit, member)).toEqual({ kind: 'error', field, problem });
  });

  it('class-B costs of the whole bill are allowed, filing in the city is no error', () => {
    expect(one(shenzhen, { eligible: '1', classB: '1' })?.kind).toBe('computed');
    expect(one(shenzhen, { registered: true }, { localHukou: false })?.kind).toBe('computed');
  });

  it('a newborn’s payment after the last day', () => {
    const member = { ...child, birthDate: '2025-01-31' };
    const fee = (day: string) => shenzhen.rules.premium(shenzhen.policy, member, pay(day, { newborn: true }));
    expect(fee('2025-07-31').kind).toBe('computed');
    expect(fee('2025-08-01')).toEqual({ kind: 'error', field: 'payDate', problem: 'afterWindow' });
  });
});

describe('why a line pays nothing', () => {
  it.each([
    [shenzhen, { eligible: '10' }, 'notSelected'],
    [shenzhen, { eligible: '10', place: 'elsewhere', reason: 'referral' }, 'awayNotSelected'],
    [shenzhen, { consultationFee: '10', place: 'province' }, 'consultationAway'],
    [chongqing, { eligible: '10', level: 'tertiary' }, 'tertiaryOutpatient'],
  ] as const)('$id %j: %s', (city, visit, why) => {
    const outcome = one(city, visit);
    const steps = outcome?.kind === 'computed' ? outcome.steps : [];
    expect(steps.filter(({ op }) => op === 'uncovered')).toEqual([
      { op: 'uncovered', line: why === 'consultationAway' ? 'consultation' : 'care', cost: 1000, why, result: 0 },
    ]);
  });
});

describe('which rule set the first covered day', () => {
  const basis = (city: CityModule, member: Partial<Member>, payment: Payment) => {
    const span = city.rules.coverage(city.policy, { ...child, ...member }, payment);
    return span.kind === 'computed' ? [span.basis, span.rule.id] : span.kind;
  };
  it('is named, with the figure that carries it', () => {
    expect(basis(shenzhen, {}, pay('2025-09-30'))).toEqual(['september', 'coverage.start.september']);
    expect(basis(shenzhen, {}, pay('2025-10-01'))).toEqual(['nextMonth', 'coverage.start.other']);
    const newborn = pay('2025-06-01', { newborn: true });
    expect(basis(shenzhen, { birthDate: '2025-05-01' }, newborn)).toEqual(['birth', 'newborn.window']);
    expect(basis(chongqing, { birthDate: '2025-05-01' }, newborn)).toEqual(['birth', 'newborn.window']);
    expect(basis(chongqing, {}, pay('2025-11-01', { year: 2026 }))).toEqual(['calendarYear', 'coverage.start']);
    const guardian = { birthDate: '2025-05-01', enrolment: 'withGuardian' as const };
    expect(basis(chongqing, guardian, pay('2025-06-01'))).toEqual(['guardian', 'guardian.shared']);
  });
});

describe('the lines of a fee', () => {
  it('hold the months of each school year, and the subsidy where it is known', () => {
    const member = { ...child, birthDate: '2024-07-15' };
    const fee = shenzhen.rules.premium(shenzhen.policy, member, pay('2025-01-10', { newborn: true }));
    expect(fee).toMatchObject({
      own: 2 * 3542 + 12 * 3636,
      months: 14,
      lines: [
        { from: '2024-07-01', months: 2, sum: 7084 },
        { from: '2024-09-01', months: 12, sum: 43_632, subsidy: { sum: 12 * 7272 } },
      ],
    });
    if (fee.kind === 'computed') expect(fee.lines[0]?.subsidy).toBeUndefined();
  });
});
