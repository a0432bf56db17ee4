/** 深圳 居民医保(少儿). The numbers in the comments are those of the rule book and of the policy facts (S…). */
import {
  addDays,
  addMonths,
  type Bracket,
  byLevel,
  type Care,
  type CityRules,
  type ClinicOutcome,
  type Costs,
  type CoverageOutcome,
  checkDay,
  checkMember,
  closeSheet,
  createPolicy,
  type Deadline,
  type DeadlineOutcome,
  type Fen,
  type Figure,
  type Figures,
  feeByMonth,
  firstOfNextMonth,
  hasTurned,
  type InputError,
  leftOf,
  lessFirstShare,
  type Member,
  monthOf,
  type NotComputable,
  newSheet,
  notComputable,
  onlyRow,
  overDeductible,
  type Payment,
  type Policy,
  type PremiumOutcome,
  payNothing,
  payRate,
  paySecondLayer,
  payWithin,
  SCHOOL_YEAR_MONTH,
  type Settled,
  type Settling,
  type Sheet,
  schoolYearOf,
  schoolYearStart,
  takeCost,
  timesRate,
  UNREAD,
  type Visit,
  type YearTotals,
} from '#engine';
import parameters from '#policy/shenzhen/parameters.json' with { type: 'json' };
import type { IsoDate, PolicyFile } from '#policy/types.ts';
import type { CityModule } from './city.ts';

/** Every figure a visit may need: a year is covered only if all of them are. */
const VISIT_FIGURES = [
  'outpatient.limit',
  'outpatient.consultation.pot',
  ...byLevel('outpatient.rate'),
  ...byLevel('outpatient.consultation.rate'),
  ...byLevel('inpatient.rate'),
  ...byLevel('inpatient.deductible.first'),
  ...byLevel('inpatient.deductible.later'),
  'classB.firstShare',
  'away.factor.filed',
  'away.factor.referral',
  'away.factor.emergency',
  'away.factor.temporary',
  'away.factor.provinceInpatient',
  'away.factor.provinceOutpatient',
  'critical.threshold',
  'critical.middle',
  'critical.rate.lower',
  'critical.rate.upper',
  'fund.warning',
  'age.adult',
] as const;

const CARES: readonly Care[] = ['outpatient', 'inpatient'];

/**
 * The factor on the in-city rate (rule 2, article 40). Filing and referral come first, also in an emergency. In the city
 * there is none, and `registered` has no effect.
 */
const FACTORS: readonly { factor: string | undefined; when: (v: Visit) => boolean }[] = [
  { factor: undefined, when: (v) => v.place === 'local' },
  { factor: 'away.factor.filed', when: (v) => isAway(v) && v.registered },
  { factor: 'away.factor.referral', when: (v) => isAway(v) && !v.registered && v.reason === 'referral' },
  { factor: 'away.factor.emergency', when: (v) => isAway(v) && !v.registered && v.reason === 'emergency' },
  { factor: 'away.factor.temporary', when: (v) => isTemporary(v) && v.place === 'elsewhere' },
  {
    factor: 'away.factor.provinceInpatient',
    when: (v) => isTemporary(v) && v.place === 'province' && v.care === 'inpatient',
  },
  {
    factor: 'away.factor.provinceOutpatient',
    when: (v) => isTemporary(v) && v.place === 'province' && v.care !== 'inpatient',
  },
];

const isAway = (v: Visit) => v.place !== 'local';
const isTemporary = (v: Visit) => isAway(v) && !v.registered && v.reason === 'routine';

/** Whether ordinary outpatient care is paid at all (rules 1 and 2). */
const STANDINGS: readonly { why: 'notSelected' | 'awayNotSelected' | undefined; when: (v: Visit) => boolean }[] = [
  { why: undefined, when: (v) => !isAway(v) && (v.selected || v.reason !== 'routine') },
  { why: 'notSelected', when: (v) => !isAway(v) && !v.selected && v.reason === 'routine' },
  { why: undefined, when: (v) => isAway(v) && (v.reason === 'emergency' || (v.selected && v.level === 'primary')) },
  {
    why: 'awayNotSelected',
    when: (v) => isAway(v) && v.reason !== 'emergency' && !(v.selected && v.level === 'primary'),
  },
];

function factorOf(figures: Figures, visit: Visit): Figure | undefined {
  const { factor } = onlyRow(FACTORS, visit);
  return factor === undefined ? undefined : figures.get(factor);
}

function conflicts(member: Member, visit: Visit, costs: Costs): InputError | undefined {
  // Filing is open to children with Shenzhen hukou only (S38); in the city it has no effect and is never an error.
  if (isAway(visit) && visit.registered && !member.localHukou) {
    return { kind: 'error', field: 'registered', problem: 'filedWithoutHukou' };
  }
  // Class-B items are a part of the eligible costs (S7); where those are not an amount, that is the complaint.
  return costs.eligible !== UNREAD && costs.classB > costs.eligible
    ? { kind: 'error', field: 'classB', problem: 'moreThanEligible' }
    : undefined;
}

function settle(
  policy: Policy,
  member: Member,
  visit: Visit,
  costs: Costs,
  totals: YearTotals,
): Settled | NotComputable {
  const figures = policy.on(visit.date);
  const gap = figures.gap(VISIT_FIGURES);
  if (gap) return notComputable(gap);
  const sheet = newSheet();
  if (hasTurned(member.birthDate, figures.get('age.adult').count, visit.date)) sheet.remarks.push('adult');
  const settling: Settling = { figures, visit, costs, totals, sheet };
  return visit.care === 'inpatient' ? settleStay(settling) : settleOutpatient(settling);
}

/** Rules 1 and 2. The consultation fee has a rate of its own and, as read here, does not use up the limit. */
function settleOutpatient({ figures, visit, costs, totals, sheet }: Settling): Settled {
  const limit = figures.get('outpatient.limit');
  const sharedPot = figures.get('outpatient.consultation.pot').word === 'shared';
  let used = totals.outpatient;

  let consultation = 0;
  if (costs.consultationFee > 0) {
    if (isAway(visit)) payNothing(sheet, 'consultation', costs.consultationFee, 'consultationAway');
    else
      consultation = payRate(
        sheet,
        'consultation',
        costs.consultationFee,
        figures.get(`outpatient.consultation.rate.${visit.level}`),
      );
    if (sharedPot && consultation > 0) {
      consultation = payWithin(sheet, 'consultation', consultation, limit, used);
      used += consultation;
    }
  }

  const { why } = onlyRow(STANDINGS, visit);
  let care = 0;
  if (why) payNothing(sheet, 'care', costs.eligible, why);
  else {
    const cost = takeCost(sheet, 'care', costs.eligible, 0);
    const base = lessFirstShare(sheet, 'care', cost, costs.classB, figures.get('classB.firstShare'));
    const paid = payRate(sheet, 'care', base, figures.get(`outpatient.rate.${visit.level}`), {
      factor: factorOf(figures, visit),
    });
    care = payWithin(sheet, 'care', paid, limit, used);
    used += care;
  }

  const fund = consultation + care;
  const after: YearTotals = { ...totals, outpatient: used, base: totals.base + fund };
  warn(figures, sheet, after);
  const bill = costs.consultationFee + costs.eligible + costs.excluded;
  return closeSheet(sheet, { bill, fund, critical: 0, outpatientLeft: leftOf(limit.fen, used) }, after);
}

/** Rules 3 and 4. */
function settleStay({ figures, visit, costs, totals, sheet }: Settling): Settled {
  const cost = takeCost(sheet, 'care', costs.eligible, costs.consultationFee);
  const eligible = lessFirstShare(sheet, 'care', cost, costs.classB, figures.get('classB.firstShare'));
  const later = totals.stays > 0;
  const deductible = figures.get(`inpatient.deductible.${later ? 'later' : 'first'}.${visit.level}`);
  const { above } = overDeductible(sheet, 'care', eligible, deductible, 0, later);
  const rate = figures.get(`inpatient.rate.${visit.level}`);
  const fund = payRate(sheet, 'care', above, rate, { factor: factorOf(figures, visit) });

  // The part lost through the factor does not count for the second layer (S21): own share at factor 100 %.
  const atFullFactor: Fen = timesRate(above, rate.rate);
  const own = { eligible, paid: atFullFactor, cut: atFullFactor - fund, before: totals.own };
  const second = paySecondLayer(sheet, own, brackets(figures));
  const after: YearTotals = {
    ...totals,
    base: totals.base + fund,
    own: second.ownAfter,
    critical: totals.critical + second.benefit,
    stays: totals.stays + 1,
  };
  warn(figures, sheet, after);
  const bill = costs.consultationFee + costs.eligible + costs.excluded;
  const outpatientLeft = leftOf(figures.get('outpatient.limit').fen, totals.outpatient);
  return closeSheet(sheet, { bill, fund, critical: second.benefit, outpatientLeft }, after);
}

function brackets(figures: Figures): readonly Bracket[] {
  const middle = figures.get('critical.middle');
  return [
    { over: figures.get('critical.threshold'), to: middle, rate: figures.get('critical.rate.lower') },
    { over: middle, rate: figures.get('critical.rate.upper') },
  ];
}

/** Rule 5: the yearly limit depends on the months enrolled and is not applied; past 1 × wage the result warns. */
function warn(figures: Figures, sheet: Sheet, after: YearTotals): void {
  if (after.base > figures.get('fund.warning').fen) sheet.remarks.push('fundWarning');
}

// ── dates and the fee ───────────────────────────────────────────────────────────────────────────

/** The last day of the newborn window, by the rule in force at birth (rule 7); hukou aside. */
function windowEnd(policy: Policy, member: Member): Deadline | NotComputable {
  const rule = policy.on(member.birthDate).find('newborn.window');
  if (!rule) return notComputable('noRecord');
  const last = addMonths(member.birthDate, rule.count);
  // Another reading has 180 days for children without Shenzhen hukou (S36).
  const days = policy.on(last).find('newborn.nonLocalDays');
  return days && !member.localHukou && policy.on(last).find('newborn.nonLocal')?.word === 'days180'
    ? { kind: 'computed', newborn: addDays(member.birthDate, days.count), rule: days }
    : { kind: 'computed', newborn: last, rule };
}

/** Children without Shenzhen hukou: only where the notice of 2025-09-01 is in force on that day (S36, S37). */
const admits = (policy: Policy, member: Member, day: IsoDate): boolean =>
  member.localHukou || policy.on(day).find('newborn.nonLocal') !== undefined;

function deadline(policy: Policy, member: Member): DeadlineOutcome {
  const error = checkMember(member);
  if (error) return error;
  const window = windowEnd(policy, member);
  if (window.kind !== 'computed') return window;
  return admits(policy, member, window.newborn) ? window : notComputable('nonLocalBefore');
}

/** What speaks against a payment at all, by the newborn window among others. */
function refuse(policy: Policy, member: Member, payment: Payment): InputError | NotComputable | undefined {
  const error = checkDay(member, 'payDate', payment.payDate);
  if (error || !payment.newborn) return error;
  // Before the notice there was no such rule for them, so no window to miss either.
  if (!admits(policy, member, payment.payDate)) return notComputable('nonLocalBefore');
  const window = windowEnd(policy, member);
  if (window.kind !== 'computed') return window;
  return payment.payDate > window.newborn ? { kind: 'error', field: 'payDate', problem: 'afterWindow' } : undefined;
}

const FEE = { price: ['premium.month'], subsidy: 'premium.subsidy.month' } as const;

/** Rule 6: September pays the school year, another month from that month to August, a newborn from the month of birth. */
function premium(policy: Policy, member: Member, payment: Payment): PremiumOutcome {
  const refused = refuse(policy, member, payment);
  return refused ?? feeByMonth(policy, FEE, payment.newborn ? member.birthDate : payment.payDate, payment.payDate);
}

/** Rule 7: to 30 September of the school year that holds the payment. */
function coverage(policy: Policy, member: Member, payment: Payment): CoverageOutcome {
  const refused = refuse(policy, member, payment);
  if (refused) return refused;
  // Benefits run a month behind the school year: October to September.
  const to = addDays(addMonths(schoolYearStart(schoolYearOf(payment.payDate) + 1), 1), -1);
  if (payment.newborn) {
    const window = windowEnd(policy, member);
    if (window.kind !== 'computed') return window;
    return { kind: 'computed', from: member.birthDate, to, basis: 'birth', rule: window.rule };
  }
  const inSeptember = monthOf(payment.payDate) === SCHOOL_YEAR_MONTH;
  const from = firstOfNextMonth(payment.payDate);
  const rule = policy.on(from).find(inSeptember ? 'coverage.start.september' : 'coverage.start.other');
  if (!rule) return notComputable('noRecord');
  return { kind: 'computed', from, to, basis: inSeptember ? 'september' : 'nextMonth', rule };
}

/** Rule 8: the choice narrows on the 14th birthday. */
function clinic(policy: Policy, member: Member, on: IsoDate): ClinicOutcome {
  const error = checkDay(member, 'on', on);
  if (error) return error;
  const rule = policy.on(on).find('clinic.age');
  if (!rule) return notComputable('noRecord');
  const older = hasTurned(member.birthDate, rule.count, on);
  return { kind: 'computed', options: older ? ['primary'] : ['primary', 'secondary'], rule };
}

const rules: CityRules = {
  cares: CARES,
  visitFigures: VISIT_FIGURES,
  conflicts,
  settle,
  premium,
  coverage,
  deadline,
  clinic,
};

export const city: CityModule = { id: 'shenzhen', rules, policy: createPolicy(parameters as PolicyFile) };
