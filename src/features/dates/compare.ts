/** Enrolled on its own or with a guardian: the same child, side by side. Pure. */
import type { CityModule } from '#cities';
import {
  type CoverageOutcome,
  DEFAULT_MEMBER,
  type Enrolment,
  type Figure,
  LEVELS,
  type Level,
  type Member,
  makeDate,
  type PremiumOutcome,
  type Tier,
  yearOf,
} from '#engine';
import type { IsoDate } from '#policy/types.ts';
import { type RateSeen, stayRate } from './stay.ts';

export interface Side {
  rates: { level: Level; rate: RateSeen | undefined }[];
  premium: PremiumOutcome;
  /** Only where the birth date is known. */
  coverage: CoverageOutcome | undefined;
}

export interface Comparison {
  own: Side;
  guardian: Side;
  /** The yearly limit: for the child alone, or for both together. */
  limit: Figure | undefined;
  shared: Figure | undefined;
  /** What is best for this child; `either`: the birth date is not known. */
  advice: 'own' | 'guardianFirst' | 'ownOnly' | 'either';
  year: number;
}

export interface CompareQuestion {
  today: IsoDate;
  tier: Tier;
  birthDate?: IsoDate;
}

export function compare(city: CityModule, { today, tier, birthDate }: CompareQuestion): Comparison {
  const { rules, policy } = city;
  const year = yearOf(today);
  const figures = policy.on(today);
  const deadline = birthDate && rules.deadline(policy, { ...DEFAULT_MEMBER, birthDate });
  const inTime = !deadline || (deadline.kind === 'computed' && today <= deadline.newborn);
  // The rates hold for any child born this year; an older one can still see what the other way would have been.
  const newborn = (enrolment: Enrolment): Member => ({
    ...DEFAULT_MEMBER,
    tier,
    enrolment,
    birthDate: makeDate(year, 1, 1),
  });
  const side = (enrolment: Enrolment): Side => {
    const payment = { payDate: today, newborn: enrolment === 'independent' && inTime, bothYears: false };
    const member = { ...newborn(enrolment), ...(birthDate && { birthDate }) };
    return {
      rates: LEVELS.map((level) => ({ level, rate: stayRate(city, newborn(enrolment), today, level) })),
      premium: rules.premium(policy, birthDate ? member : newborn(enrolment), payment),
      coverage: birthDate ? rules.coverage(policy, member, payment) : undefined,
    };
  };
  const guardian = side('withGuardian');
  const ownOnly = guardian.coverage?.kind === 'error';
  return {
    own: side('independent'),
    guardian,
    limit: figures.find(`base.limit.tier${tier}`),
    shared: figures.find('guardian.shared'),
    advice: birthDate === undefined ? 'either' : ownOnly ? 'ownOnly' : inTime ? 'own' : 'guardianFirst',
    year,
  };
}
