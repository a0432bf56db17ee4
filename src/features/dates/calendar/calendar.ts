/** The days that follow from a child's birth date and the city's year: past, today, coming. Pure. */
import type { CityModule } from '#cities';
import { birthday, type CoverageOutcome, daysBetween, type Figure, type Member, makeDate, yearOf } from '#engine';
import { birthOf, memberOf, type Said } from '#journeys';
import type { CalendarEntry, CalendarFile, IsoDate } from '#policy/types.ts';
import { lastDay } from '../newborn.ts';

export type When = 'past' | 'today' | 'coming';

/** An entry on a day. */
export interface Dated {
  entry: CalendarEntry;
  date: IsoDate;
  /** Last day of a stretch. */
  end?: IsoDate;
  /** As another reading has it. */
  other?: IsoDate;
  /** What the day rests on; none where no figure covers that day yet. */
  figures: Figure[];
  when: When;
  /** From today to the day, or in a stretch to its end; negative: so many days ago. */
  days: number;
}

export interface Calendar {
  past: Dated[];
  today: Dated[];
  coming: Dated[];
}

/** How far back a yearly day is still of interest. */
const PAST_DAYS = 366;

interface Found {
  date: IsoDate;
  end?: IsoDate;
  figures: Figure[];
  /** As another reading has it. */
  other?: IsoDate;
}

/** `02-29` and other days a year may lack do not stand in the data: `MM-DD` exists every year. */
const inYear = (year: number, day: string): IsoDate => makeDate(year, Number(day.slice(0, 2)), Number(day.slice(3)));

/** Where no birth date is known, yearly days are those of any child that was there before. */
const SINCE = '2000-01-01';

/**
 * @param said what is known of the child; without a birth date only the days of the year are given
 * @returns each yearly day once in the past and once to come, the others whenever they are
 */
export function calendarOf(city: CityModule, file: CalendarFile, said: Said, today: IsoDate): Calendar {
  const birthDate = birthOf(said, today);
  const member = memberOf(city.policy.city, said, birthDate ?? SINCE);
  const calendar: Calendar = { past: [], today: [], coming: [] };
  for (const entry of file.entries) {
    const all = foundOf(city, entry, member, birthDate, today);
    for (const { date, end, figures, other } of nearest(all, entry, today, birthDate)) {
      const last = end ?? date;
      const when: When = last < today ? 'past' : date > today ? 'coming' : 'today';
      const days = when === 'coming' ? daysBetween(today, date) : daysBetween(today, last);
      calendar[when].push({ entry, date, ...(end && { end }), ...(other && { other }), figures, when, days });
    }
  }
  const byDay = (a: Dated, b: Dated) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0);
  calendar.past.sort((a, b) => byDay(b, a));
  calendar.today.sort(byDay);
  calendar.coming.sort(byDay);
  return calendar;
}

function foundOf(
  city: CityModule,
  { rule }: CalendarEntry,
  member: Member,
  birthDate: IsoDate | undefined,
  today: IsoDate,
): Found[] {
  const { policy } = city;
  const years = [-1, 0, 1].map((more) => yearOf(today) + more);
  switch (rule.kind) {
    case 'newborn': {
      const last = birthDate && lastDay(city, member, today);
      return last ? [last] : [];
    }
    case 'birthday': {
      const figure = policy.on(today).find(rule.age);
      return birthDate && figure ? [{ date: birthday(birthDate, figure.count), figures: [figure] }] : [];
    }
    case 'coverage': {
      if (rule.pay === 'birth') return birthDate ? edgeOf(city, member, birthDate, rule) : [];
      const own: Member = { ...member, enrolment: 'independent' };
      // An end may lie a year after the payment.
      return [yearOf(today) - 2, ...years].flatMap((year) => edgeOf(city, own, inYear(year, rule.pay), rule));
    }
    case 'yearly':
      return years.map((year) => {
        const date = inYear(year, rule.from);
        const figures = rule.rests.flatMap((id) => policy.on(date).find(id) ?? []);
        return { date, ...(rule.to && { end: inYear(year, rule.to) }), figures };
      });
  }
}

function edgeOf(
  { rules, policy }: CityModule,
  member: Member,
  payDate: IsoDate,
  { pay, ahead = 0, edge }: Extract<CalendarEntry['rule'], { kind: 'coverage' }>,
): Found[] {
  const coverage: CoverageOutcome = rules.coverage(policy, member, {
    payDate,
    newborn: pay === 'birth' && member.enrolment === 'independent',
    bothYears: false,
    ...(ahead > 0 && { year: yearOf(payDate) + ahead }),
  });
  if (coverage.kind !== 'computed') return [];
  return [{ date: edge === 'pay' ? payDate : coverage[edge], figures: [coverage.rule] }];
}

/** Of a day that comes back: the last one that is over, the one that is now, the next one. */
function nearest(all: Found[], { rule }: CalendarEntry, today: IsoDate, birthDate: IsoDate | undefined): Found[] {
  const since = birthDate ?? '';
  if (rule.kind === 'newborn' || rule.kind === 'birthday') return all;
  const lived = all.filter(({ date, end }) => (end ?? date) >= since);
  const over = lived.filter(({ date, end = date }) => end < today && daysBetween(end, today) <= PAST_DAYS);
  const now = lived.filter(({ date, end = date }) => date <= today && today <= end);
  const next = lived.filter(({ date }) => date > today);
  return [...over.slice(-1), ...now, ...next.slice(0, 1)];
}
