/** 深圳 居民医保(少儿). The numbers in the comments are those of the rule book and of the policy facts (S…). */
import {
  addDays,
  addMonths,
  byLevel,
  type Care,
  type Choices,
  type CityRules,
  type ClinicOutcome,
  type Costs,
  type CoverageOutcome,
  checkDay,
  checkMember,
  closeSheet,
  copyTotals,
  createPolicy,
  type Deadline,
  type DeadlineOutcome,
  type Fen,
  type Figure,
  feeByMonth,
  firstOfNextMonth,
  hasTurned,
  type InputError,
  idsIn,
  isOfAge,
  layOut,
  leftOf,
  lessFirstShare,
  type Member,
  monthOf,
  type NotComputable,
  type Numbers,
  newSheet,
  notComputable,
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
  type Tariff,
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
const PLAN = {
  limit: 'outpatient.limit',
  pot: 'outpatient.consultation.pot',
  care: byLevel('outpatient.rate'),
  consultation: byLevel('outpatient.consultation.rate'),
  stay: byLevel('inpatient.rate'),
  first: byLevel('inpatient.deductible.first'),
  later: byLevel('inpatient.deductible.later'),
  firstShare: 'classB.firstShare',
  away: {
    filed: 'away.factor.filed',
    referral: 'away.factor.referral',
    emergency: 'away.factor.emergency',
    temporary: 'away.factor.temporary',
    provinceInpatient: 'away.factor.provinceInpatient',
    provinceOutpatient: 'away.factor.provinceOutpatient',
  },
  brackets: [
    { over: 'critical.threshold', to: 'critical.middle', rate: 'critical.rate.lower' },
    { over: 'critical.middle', rate: 'critical.rate.upper' },
  ],
  warning: 'fund.warning',
  adult: 'age.adult',
} as const;

type Figures = Tariff<typeof PLAN>;

const CARES: readonly Care[] = ['outpatient', 'inpatient'];

const isAway = (v: Choices) => v.place !== 'local';
const isTemporary = (v: Choices) => isAway(v) && !v.registered && v.reason === 'routine';

/**
 * The factor on the in-city rate (rule 2, article 40). Filing and referral come first, also in an emergency. In the city
 * there is none, and `registered` has no effect.
 */
const factorRow = layOut<{ factor: keyof Figures['away'] | undefined; when: (v: Choices) => boolean }>([
  { factor: undefined, when: (v) => v.place === 'local' },
  { factor: 'filed', when: (v) => isAway(v) && v.registered },
  { factor: 'referral', when: (v) => isAway(v) && !v.registered && v.reason === 'referral' },
  { factor: 'emergency', when: (v) => isAway(v) && !v.registered && v.reason === 'emergency' },
  { factor: 'temporary', when: (v) => isTemporary(v) && v.place === 'elsewhere' },
  {
    factor: 'provinceInpatient',
    when: (v) => isTemporary(v) && v.place === 'province' && v.care === 'inpatient',
  },
  {
    factor: 'provinceOutpatient',
    when: (v) => isTemporary(v) && v.place === 'province' && v.care !== 'inpatient',
  },
]);

/** Whether ordinary outpatient care is paid at all (rules 1 and 2). */
const standingRow = layOut<{ why: 'notSelected' | 'awayNotSelected' | undefined; when: (v: Choices) => boolean }>([
  { why: undefined, when: (v) => !isAway(v) && (v.selected || v.reason !== 'routine') },
  { why: 'notSelected', when: (v) => !isAway(v) && !v.selected && v.reason === 'routine' },
  { why: undefined, when: (v) => isAway(v) && (v.reason === 'emergency' || (v.selected && v.level === 'primary')) },
  {
    why: 'awayNotSelected',
    when: (v) => isAway(v) && v.reason !== 'emergency' && !(v.selected && v.level === 'primary'),
  },
]);

function factorOf(tariff: Figures, visit: Visit): Figure | undefined {
  const { factor } = factorRow(visit);
  return factor && tariff.away[factor];
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
  _member: Member,
  visit: Visit,
  numbers: Numbers,
  totals: YearTotals,
): Settled | NotComputable {
  const tariff = policy.onDay(numbers.day).tariff(PLAN);
  if (typeof tariff === 'string') return notComputable(tariff);
  const sheet = newSheet();
  if (isOfAge(numbers.born, tariff.adult.count, numbers.day)) sheet.remarks.push('adult');
  const settling = { tariff, visit, costs: numbers, totals, sheet };
  return visit.care === 'inpatient' ? settleStay(settling) : settleOutpatient(settling);
}

/** Rules 1 and 2. The consultation fee has a rate of its own and, as read here, does not use up the limit. */
function settleOutpatient({ tariff, visit, costs, totals, sheet }: Settling<Figures>): Settled {
  const { limit } = tariff;
  const sharedPot = tariff.pot.word === 'shared';
  let used = totals.outpatient;

  let consultation = 0;
  if (costs.consultationFee > 0) {
    if (isAway(visit)) payNothing(sheet, 'consultation', costs.consultationFee, 'consultationAway');
    else consultation = payRate(sheet, 'consultation', costs.consultationFee, tariff.consultation[visit.level]);
    if (sharedPot && consultation > 0) {
      consultation = payWithin(sheet, 'consultation', consultation, limit, used);
      used += consultation;
    }
  }

  const { why } = standingRow(visit);
  let care = 0;
  if (why) payNothing(sheet, 'care', costs.eligible, why);
  else {
    const cost = takeCost(sheet, 'care', costs.eligible, 0);
    const base = lessFirstShare(sheet, 'care', cost, costs.classB, tariff.firstShare);
    const factor = factorOf(tariff, visit);
    const paid = payRate(sheet, 'care', base, tariff.care[visit.level], { factor });
    care = payWithin(sheet, 'care', paid, limit, used);
    used += care;
  }

  const fund = consultation + care;
  const after = copyTotals(totals);
  after.outpatient = used;
  after.base += fund;
  warn(tariff, sheet, after);
  const bill = costs.consultationFee + costs.eligible + costs.excluded;
  return closeSheet(sheet, { bill, fund, critical: 0, outpatientLeft: leftOf(limit.fen, used) }, after);
}

/** Rules 3 and 4. */
function settleStay({ tariff, visit, costs, totals, sheet }: Settling<Figures>): Settled {
  const cost = takeCost(sheet, 'care', costs.eligible, costs.consultationFee);
  const eligible = lessFirstShare(sheet, 'care', cost, costs.classB, tariff.firstShare);
  const later = totals.stays > 0;
  const deductible = (later ? tariff.later : tariff.first)[visit.level];
  const { above } = overDeductible(sheet, 'care', eligible, deductible, 0, later);
  const rate = tariff.stay[visit.level];
  const fund = payRate(sheet, 'care', above, rate, { factor: factorOf(tariff, visit) });

  // The part lost through the factor does not count for the second layer (S21): own share at factor 100 %.
  const atFullFactor: Fen = timesRate(above, rate.rate);
  const own = { eligible, paid: atFullFactor, cut: atFullFactor - fund, before: totals.own };
  const second = paySecondLayer(sheet, own, tariff.brackets);
  const after = copyTotals(totals);
  after.base += fund;
  after.own = second.ownAfter;
  after.critical += second.benefit;
  after.stays++;
  warn(tariff, sheet, after);
  const bill = costs.consultationFee + costs.eligible + costs.excluded;
  const outpatientLeft = leftOf(tariff.limit.fen, totals.outpatient);
  return closeSheet(sheet, { bill, fund, critical: second.benefit, outpatientLeft }, after);
}

/** Rule 5: the yearly limit depends on the months enrolled and is not applied; past 1 × wage the result warns. */
function warn(tariff: Figures, sheet: Sheet, after: YearTotals): void {
  if (after.base > tariff.warning.fen) sheet.remarks.push('fundWarning');
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
  visitFigures: idsIn(PLAN),
  conflicts,
  settle,
  premium,
  coverage,
  deadline,
  clinic,
};

export const city: CityModule = { id: 'shenzhen', rules, policy: createPolicy(parameters as PolicyFile) };
