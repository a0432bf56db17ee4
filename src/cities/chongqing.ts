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
  createPolicy,
  type DeadlineOutcome,
  earlierError,
  type Fen,
  type Figure,
  type Figures,
  feeByYear,
  hasTurned,
  type InputError,
  isDate,
  type Level,
  leftOf,
  type Member,
  makeDate,
  type NotComputable,
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
  type Tier,
  takeCost,
  type Visit,
  type YearTotals,
  yearOf,
} from '#engine';
import parameters from '#policy/chongqing/parameters.json' with { type: 'json' };
import type { PolicyFile } from '#policy/types.ts';
import type { CityModule } from './city.ts';

/** Every figure a visit may need: a year is covered only if all of them are. */
const VISIT_FIGURES = [
  ...byLevel('inpatient.rate.tier1'),
  ...byLevel('inpatient.rate.tier2'),
  'inpatient.minor.points',
  ...byLevel('inpatient.deductible'),
  'base.limit.tier1',
  'base.limit.tier2',
  'outpatient.rate.primary',
  'outpatient.rate.secondary',
  'outpatient.minor.points',
  'outpatient.deductible.secondary',
  'outpatient.limit.tier1',
  'outpatient.limit.tier2',
  'outpatient.childrensHospital',
  ...byLevel('chronic.rate'),
  'chronic.limit',
  'chronic.limit.step',
  'major.deductible',
  'critical.threshold',
  'critical.rate',
  'critical.limit',
  'age.adult',
] as const;

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
  costs: Costs,
  totals: YearTotals,
): Settled | NotComputable {
  const figures = policy.on(visit.date);
  const gap = figures.gap(VISIT_FIGURES);
  if (gap) return notComputable(gap);
  // No ratios for residents out of the city were found (rule 6, C33).
  if (visit.place !== 'local') return notComputable('awayUnknown');
  const sheet = newSheet();
  const minor = !hasTurned(member.birthDate, figures.get('age.adult').count, visit.date);
  if (!minor) sheet.remarks.push('adult');
  const standing: Standing = { tier: member.tier, minor, points: minor && member.enrolment === 'independent' };
  const settling: Settling = { figures, visit, costs, totals, sheet };
  switch (visit.care) {
    case 'outpatient':
      return settleOutpatient(settling, standing);
    case 'chronic':
      return settleChronic(settling, standing);
    case 'inpatient':
    case 'major':
    case 'negotiatedDrug':
      return settleLikeStay(settling, standing);
  }
}

const billOf = (costs: Costs): Fen => costs.consultationFee + costs.eligible + costs.excluded;

const outpatientLimit = (figures: Figures, standing: Standing): Figure =>
  figures.get(`outpatient.limit.tier${standing.tier}`);

/** Points only where they are more than none: a step that adds nothing is not shown. */
const pointsIf = (holds: boolean, points: Figure): Figure | undefined =>
  holds && points.rate.n > 0 ? points : undefined;

/**
 * The level by which ordinary outpatient care is paid (rule 3): a tertiary children's or maternity hospital counts as
 * secondary for a minor, any other tertiary hospital pays nothing.
 */
function outpatientLevel(figures: Figures, standing: Standing, visit: Visit): Exclude<Level, 'tertiary'> | undefined {
  if (visit.level !== 'tertiary') return visit.level;
  const asSecondary = figures.get('outpatient.childrensHospital').word === 'asSecondary';
  return asSecondary && visit.childrensHospital && standing.minor ? 'secondary' : undefined;
}

function settleOutpatient({ figures, visit, costs, totals, sheet }: Settling, standing: Standing): Settled {
  const limit = outpatientLimit(figures, standing);
  const level = outpatientLevel(figures, standing, visit);
  const cost = takeCost(sheet, 'care', costs.eligible, costs.consultationFee);
  let after = totals;
  let fund = 0;
  if (!level) payNothing(sheet, 'care', cost, 'tertiaryOutpatient');
  else {
    let base = cost;
    let outDeductible = totals.outDeductible;
    if (level === 'secondary') {
      const { above, taken } = overDeductible(
        sheet,
        'care',
        cost,
        figures.get('outpatient.deductible.secondary'),
        outDeductible,
      );
      base = above;
      outDeductible += taken;
    }
    const points = pointsIf(standing.points, figures.get('outpatient.minor.points'));
    const paid = payRate(sheet, 'care', base, figures.get(`outpatient.rate.${level}`), { points });
    fund = payWithin(sheet, 'care', paid, limit, totals.outpatient);
    after = { ...totals, outDeductible, outpatient: totals.outpatient + fund };
  }
  const outpatientLeft = leftOf(limit.fen, after.outpatient);
  return closeSheet(sheet, { bill: billOf(costs), fund, critical: 0, outpatientLeft }, after);
}

/** Rule 4. From 2025-06-01 the list of diseases was replaced; the rates are unconfirmed since. */
function settleChronic({ figures, visit, costs, totals, sheet }: Settling, standing: Standing): Settled {
  if (figures.find('chronic.replaced')) sheet.remarks.push('chronicReplaced');
  const cost = takeCost(sheet, 'care', costs.eligible, costs.consultationFee);
  const paid = payRate(sheet, 'care', cost, figures.get(`chronic.rate.${visit.level}`));
  const raise = visit.diseases > 1 ? { step: figures.get('chronic.limit.step'), times: visit.diseases - 1 } : undefined;
  const fund = payWithin(sheet, 'care', paid, figures.get('chronic.limit'), totals.chronic, raise);
  const after = { ...totals, chronic: totals.chronic + fund };
  const outpatientLeft = leftOf(outpatientLimit(figures, standing).fen, totals.outpatient);
  return closeSheet(sheet, { bill: billOf(costs), fund, critical: 0, outpatientLeft }, after);
}

/** Inpatient care and what is paid like it: rules 1, 2 and 5. They differ in the deductible only. */
function settleLikeStay(settling: Settling, standing: Standing): Settled {
  const { figures, visit, costs, totals, sheet } = settling;
  const eligible = takeCost(sheet, 'care', costs.eligible, costs.consultationFee);
  const deducted = takeDeductible(settling, eligible);
  const rate = figures.get(`inpatient.rate.tier${standing.tier}.${visit.level}`);
  const points = pointsIf(standing.points, figures.get('inpatient.minor.points'));
  const paid = payRate(sheet, 'care', deducted.above, rate, { points });
  const fund = payWithin(sheet, 'care', paid, figures.get(`base.limit.tier${standing.tier}`), totals.base);
  const second = paySecondLayer(sheet, { eligible, paid: fund, before: totals.own }, [
    { over: figures.get('critical.threshold'), rate: figures.get('critical.rate') },
  ]);
  const critical = payWithin(sheet, 'critical', second.benefit, figures.get('critical.limit'), totals.critical);
  const after: YearTotals = {
    ...totals,
    ...deducted.totals,
    base: totals.base + fund,
    own: second.ownAfter,
    critical: totals.critical + critical,
  };
  const outpatientLeft = leftOf(outpatientLimit(figures, standing).fen, totals.outpatient);
  return closeSheet(sheet, { bill: billOf(costs), fund, critical, outpatientLeft }, after);
}

/**
 * Stay: one deductible each. Major disease: one a year, that of the highest level used, apart from the stays (C7; the other
 * reading lets such a child meet one inpatient deductible a year, too). Negotiated drugs: none is stated, none is taken.
 */
function takeDeductible(
  { figures, visit, totals, sheet }: Settling,
  eligible: Fen,
): { above: Fen; totals: Partial<YearTotals> } {
  if (visit.care === 'negotiatedDrug') return { above: eligible, totals: {} };
  const deductible = figures.get(`inpatient.deductible.${visit.level}`);
  if (visit.care === 'major') {
    const { above, taken } = overDeductible(sheet, 'care', eligible, deductible, totals.majorDeductible);
    return { above, totals: { majorDeductible: totals.majorDeductible + taken } };
  }
  const onceAYear = figures.get('major.deductible').word === 'oneInpatientToo' && totals.majorDeductible > 0;
  const met = onceAYear ? totals.stayDeductible : 0;
  const { above, taken } = overDeductible(sheet, 'care', eligible, deductible, met);
  return { above, totals: { stays: totals.stays + 1, stayDeductible: totals.stayDeductible + taken } };
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
  visitFigures: VISIT_FIGURES,
  conflicts,
  settle,
  premium,
  coverage,
  deadline,
  clinic,
};

export const city: CityModule = { id: 'chongqing', rules, policy: createPolicy(parameters as PolicyFile) };
