/** 重庆 城乡居民医保. The numbers in the comments are those of the rule book and of the policy facts (C…). */
import {
  addDays,
  byLevel,
  type Care,
  type CityRules,
  type Costs,
  type CoverageOutcome,
  checkDay,
  checkMember,
  checkYear,
  closeSheet,
  copyTotals,
  createPolicy,
  type DeadlineOutcome,
  earlierError,
  type Fen,
  type Figure,
  feeByYear,
  type InputError,
  idsIn,
  isDate,
  isOfAge,
  type Level,
  leftOf,
  type Member,
  makeDate,
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
  type Settled,
  type Settling,
  type Tariff,
  type Tier,
  takeCost,
  type Visit,
  type YearTotals,
  yearOf,
} from '#engine';
import parameters from '#policy/chongqing/parameters.json' with { type: 'json' };
import type { PolicyFile } from '#policy/types.ts';
import type { CityModule } from './city.ts';

/** The ids of a figure that differs by tier. */
const byTier = (id: string): Record<Tier, string> => ({ 1: `${id}.tier1`, 2: `${id}.tier2` });

/** Every figure a visit may need: a year is covered only if all of them are. */
const PLAN = {
  stay: { 1: byLevel('inpatient.rate.tier1'), 2: byLevel('inpatient.rate.tier2') },
  stayPoints: 'inpatient.minor.points',
  deductible: byLevel('inpatient.deductible'),
  base: byTier('base.limit'),
  care: { primary: 'outpatient.rate.primary', secondary: 'outpatient.rate.secondary' },
  carePoints: 'outpatient.minor.points',
  careDeductible: 'outpatient.deductible.secondary',
  limit: byTier('outpatient.limit'),
  childrensHospital: 'outpatient.childrensHospital',
  chronic: byLevel('chronic.rate'),
  chronicLimit: 'chronic.limit',
  chronicStep: 'chronic.limit.step',
  majorDeductible: 'major.deductible',
  brackets: [{ over: 'critical.threshold', rate: 'critical.rate' }],
  criticalLimit: 'critical.limit',
  adult: 'age.adult',
} as const;

type Figures = Tariff<typeof PLAN>;

const CARES: readonly Care[] = ['outpatient', 'inpatient', 'chronic', 'major', 'negotiatedDrug'];

/** Who is treated: a minor enrolled independently gets the points that go with it. */
interface Standing {
  tier: Tier;
  minor: boolean;
  /** A minor enrolled independently: + 5 points in inpatient care and what follows it. */
  points: boolean;
}

const conflicts = (member: Member, visit: Visit): InputError | undefined => underGuardianIn(member, yearOf(visit.date));

/** With a guardian only in the calendar year of birth (rule 1). */
const underGuardianIn = (member: Member, year: number): InputError | undefined =>
  member.enrolment === 'withGuardian' && year !== yearOf(member.birthDate)
    ? { kind: 'error', field: 'enrolment', problem: 'guardianOnlyInBirthYear' }
    : undefined;

function settle(
  policy: Policy,
  member: Member,
  visit: Visit,
  numbers: Numbers,
  totals: YearTotals,
): Settled | NotComputable {
  const figures = policy.onDay(numbers.day);
  const tariff = figures.tariff(PLAN);
  if (typeof tariff === 'string') return notComputable(tariff);
  // No ratios for residents out of the city were found (rule 6, C33).
  if (visit.place !== 'local') return notComputable('awayUnknown');
  const sheet = newSheet();
  const minor = !isOfAge(numbers.born, tariff.adult.count, numbers.day);
  if (!minor) sheet.remarks.push('adult');
  const standing: Standing = { tier: member.tier, minor, points: minor && member.enrolment === 'independent' };
  const settling = { tariff, visit, costs: numbers, totals, sheet };
  switch (visit.care) {
    case 'outpatient':
      return settleOutpatient(settling, standing);
    case 'chronic':
      if (figures.find('chronic.replaced')) sheet.remarks.push('chronicReplaced');
      return settleChronic(settling, standing);
    case 'inpatient':
    case 'major':
    case 'negotiatedDrug':
      return settleLikeStay(settling, standing);
  }
}

const billOf = (costs: Costs): Fen => costs.consultationFee + costs.eligible + costs.excluded;

/** Points only where they are more than none: a step that adds nothing is not shown. */
const pointsIf = (holds: boolean, points: Figure): Figure | undefined =>
  holds && points.rate.n > 0 ? points : undefined;

/**
 * The level by which ordinary outpatient care is paid (rule 3): a tertiary children's or maternity hospital counts as
 * secondary for a minor, any other tertiary hospital pays nothing.
 */
function outpatientLevel(tariff: Figures, standing: Standing, visit: Visit): Exclude<Level, 'tertiary'> | undefined {
  if (visit.level !== 'tertiary') return visit.level;
  const asSecondary = tariff.childrensHospital.word === 'asSecondary';
  return asSecondary && visit.childrensHospital && standing.minor ? 'secondary' : undefined;
}

function settleOutpatient({ tariff, visit, costs, totals, sheet }: Settling<Figures>, standing: Standing): Settled {
  const limit = tariff.limit[standing.tier];
  const level = outpatientLevel(tariff, standing, visit);
  const cost = takeCost(sheet, 'care', costs.eligible, costs.consultationFee);
  const after = copyTotals(totals);
  let fund = 0;
  if (!level) payNothing(sheet, 'care', cost, 'tertiaryOutpatient');
  else {
    let base = cost;
    if (level === 'secondary') {
      const { above, taken } = overDeductible(sheet, 'care', cost, tariff.careDeductible, totals.outDeductible);
      base = above;
      after.outDeductible += taken;
    }
    const points = pointsIf(standing.points, tariff.carePoints);
    const paid = payRate(sheet, 'care', base, tariff.care[level], { points });
    fund = payWithin(sheet, 'care', paid, limit, totals.outpatient);
    after.outpatient += fund;
  }
  const outpatientLeft = leftOf(limit.fen, after.outpatient);
  return closeSheet(sheet, { bill: billOf(costs), fund, critical: 0, outpatientLeft }, after);
}

/** Rule 4. From 2025-06-01 the list of diseases was replaced; the rates are unconfirmed since. */
function settleChronic({ tariff, visit, costs, totals, sheet }: Settling<Figures>, standing: Standing): Settled {
  const cost = takeCost(sheet, 'care', costs.eligible, costs.consultationFee);
  const paid = payRate(sheet, 'care', cost, tariff.chronic[visit.level]);
  const raise = visit.diseases > 1 ? { step: tariff.chronicStep, times: visit.diseases - 1 } : undefined;
  const fund = payWithin(sheet, 'care', paid, tariff.chronicLimit, totals.chronic, raise);
  const after = copyTotals(totals);
  after.chronic += fund;
  const outpatientLeft = leftOf(tariff.limit[standing.tier].fen, totals.outpatient);
  return closeSheet(sheet, { bill: billOf(costs), fund, critical: 0, outpatientLeft }, after);
}

/** Inpatient care and what is paid like it: rules 1, 2 and 5. They differ in the deductible only. */
function settleLikeStay(settling: Settling<Figures>, standing: Standing): Settled {
  const { tariff, visit, costs, totals, sheet } = settling;
  const eligible = takeCost(sheet, 'care', costs.eligible, costs.consultationFee);
  const after = copyTotals(totals);
  const above = takeDeductible(settling, eligible, after);
  const rate = tariff.stay[standing.tier][visit.level];
  const points = pointsIf(standing.points, tariff.stayPoints);
  const paid = payRate(sheet, 'care', above, rate, { points });
  const fund = payWithin(sheet, 'care', paid, tariff.base[standing.tier], totals.base);
  const own = { eligible, paid: fund, cut: 0, before: totals.own };
  const second = paySecondLayer(sheet, own, tariff.brackets);
  const critical = payWithin(sheet, 'critical', second.benefit, tariff.criticalLimit, totals.critical);
  after.base += fund;
  after.own = second.ownAfter;
  after.critical += critical;
  const outpatientLeft = leftOf(tariff.limit[standing.tier].fen, totals.outpatient);
  return closeSheet(sheet, { bill: billOf(costs), fund, critical, outpatientLeft }, after);
}

/**
 * Stay: one deductible each. Major disease: one a year, that of the highest level used, apart from the stays (C7; the other
 * reading lets such a child meet one inpatient deductible a year, too). Negotiated drugs: none is stated, none is taken.
 */
function takeDeductible({ tariff, visit, totals, sheet }: Settling<Figures>, eligible: Fen, after: YearTotals): Fen {
  if (visit.care === 'negotiatedDrug') return eligible;
  const deductible = tariff.deductible[visit.level];
  if (visit.care === 'major') {
    const { above, taken } = overDeductible(sheet, 'care', eligible, deductible, totals.majorDeductible);
    after.majorDeductible += taken;
    return above;
  }
  const onceAYear = tariff.majorDeductible.word === 'oneInpatientToo' && totals.majorDeductible > 0;
  const met = onceAYear ? totals.stayDeductible : 0;
  const { above, taken } = overDeductible(sheet, 'care', eligible, deductible, met);
  after.stays++;
  after.stayDeductible += taken;
  return above;
}

// ── dates and the fee ───────────────────────────────────────────────────────────────────────────

/** The 90th day is birth date + 90 (rule 7). */
function deadline(policy: Policy, member: Member): DeadlineOutcome {
  const error = checkMember(member);
  if (error) return error;
  const rule = policy.on(member.birthDate).find('newborn.window');
  return rule ? { kind: 'computed', newborn: addDays(member.birthDate, rule.count), rule } : notComputable('noRecord');
}

/** The insurance year that is paid for. */
const insuranceYear = (payment: Payment): number => payment.year ?? yearOf(payment.payDate);

/** What speaks against a payment at all: bad days and years, and a guardian outside the year of birth (rules 1 and 7). */
function refuse(member: Member, payment: Payment): InputError | undefined {
  let error = checkDay(member, 'payDate', payment.payDate);
  if (!isDate(member.birthDate)) return error;
  error = earlierError(error, checkYear(member, payment.year));
  if (isDate(payment.payDate)) error = earlierError(error, underGuardianIn(member, yearOf(payment.payDate)));
  return payment.year === undefined ? error : earlierError(error, underGuardianIn(member, payment.year));
}

/** How a newborn's payment lies to the window: in time in the year of birth, in time over the new year, too late, or no newborn's. */
function newbornCase(
  policy: Policy,
  member: Member,
  payment: Payment,
): 'birthYear' | 'yearTurned' | 'late' | 'other' | NotComputable {
  if (!payment.newborn || insuranceYear(payment) !== yearOf(payment.payDate)) return 'other';
  const window = deadline(policy, member);
  if (window.kind === 'notComputable') return window;
  if (window.kind === 'error' || payment.payDate > window.newborn) return 'late';
  return yearOf(payment.payDate) === yearOf(member.birthDate) ? 'birthYear' : 'yearTurned';
}

/** The fee of the insurance year; over the new year also that of the year of birth, if asked for. */
function premium(policy: Policy, member: Member, payment: Payment): PremiumOutcome {
  const refused = refuse(member, payment);
  if (refused) return refused;
  // Under a guardian's enrolment the child pays no fee of its own.
  if (member.enrolment === 'withGuardian') return { kind: 'computed', own: 0, lines: [] };
  const state = newbornCase(policy, member, payment);
  if (typeof state === 'object') return state;
  const year = insuranceYear(payment);
  const years = state === 'yearTurned' && payment.bothYears ? [yearOf(member.birthDate), year] : [year];
  return feeByYear(policy, [`premium.tier${payment.tier ?? member.tier}`], years);
}

/** Rules 7 and 8. */
function coverage(policy: Policy, member: Member, payment: Payment): CoverageOutcome {
  const refused = refuse(member, payment);
  if (refused) return refused;
  const birthYear = yearOf(member.birthDate);
  const year = insuranceYear(payment);
  const yearEnd = makeDate(year, 12, 31);
  if (member.enrolment === 'withGuardian') {
    const rule = policy.on(member.birthDate).find('guardian.shared');
    const to = makeDate(birthYear, 12, 31);
    return rule ? { kind: 'computed', from: member.birthDate, to, basis: 'guardian', rule } : notComputable('noRecord');
  }
  const state = newbornCase(policy, member, payment);
  if (typeof state === 'object') return state;
  const window = policy.on(member.birthDate).find('newborn.window');
  const start = policy.on(makeDate(year, 1, 1)).find('coverage.start');
  if (state === 'birthYear' || (state === 'yearTurned' && payment.bothYears)) {
    return window
      ? { kind: 'computed', from: member.birthDate, to: yearEnd, basis: 'birth', rule: window }
      : notComputable('noRecord');
  }
  if (state === 'late') return notComputable('lateEnrolment');
  const inTime = state === 'yearTurned' || yearOf(payment.payDate) < year;
  if (!inTime) return notComputable('lateEnrolment');
  return start
    ? { kind: 'computed', from: makeDate(year, 1, 1), to: yearEnd, basis: 'calendarYear', rule: start }
    : notComputable('noRecord');
}

/** Chongqing's ordinary outpatient care asks for no selected clinic; no rule on choosing one was found. */
function clinic(_policy: Policy, member: Member, on: string) {
  return checkDay(member, 'on', on) ?? notComputable('noRule');
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

export const city: CityModule = { id: 'chongqing', rules, policy: createPolicy(parameters as PolicyFile) };
