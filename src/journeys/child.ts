/**
 * What is known of a child, in the words that questions and calendar entries of a city use (`child` in their data): flat
 * facts, matched with the same conditions as answers. Pure.
 */
import { type CityRules, DEFAULT_MEMBER, hasTurned, type Member, type Policy, yearOf } from '#engine';
import type { IsoDate, Question } from '#policy/types.ts';
import { type Answers, applies } from './graph.ts';
import { birthOf, here, hukouIn, type Said } from './said.ts';

/** The child as the rules of a city see it. */
export function memberOf(city: string, said: Said, birthDate: IsoDate): Member {
  return {
    ...DEFAULT_MEMBER,
    birthDate,
    localHukou: hukouIn(city, said) !== 'other',
    tier: here(city, said.tier) ?? DEFAULT_MEMBER.tier,
    enrolment: here(city, said.enrolment) ?? DEFAULT_MEMBER.enrolment,
  };
}

export const BORN = ['thisYear', 'lastYear', 'earlier'] as const;

/**
 * The facts: `hukou` local · other, `school` yes · no, `tier` 1 · 2, `enrolment`, `born` in which year, `newborn` in · past
 * (the window), and for each age a parameter names (`clinic.age`) under · reached. What is not known is left out.
 */
export function childFacts(city: { rules: CityRules; policy: Policy }, said: Said, today: IsoDate): Answers {
  const { policy } = city;
  const school = here(policy.city, said.school);
  const facts: Record<string, string | undefined> = {
    hukou: hukouIn(policy.city, said),
    school: school === undefined ? undefined : school ? 'yes' : 'no',
    tier: here(policy.city, said.tier)?.toString(),
    enrolment: here(policy.city, said.enrolment),
  };
  const birthDate = birthOf(said, today);
  if (birthDate) {
    facts.born = BORN[Math.min(2, yearOf(today) - yearOf(birthDate))];
    facts.newborn = windowOf(city, memberOf(policy.city, said, birthDate), today);
    for (const { id, unit } of policy.parameters) {
      const age = unit === '周岁' ? policy.on(today).find(id) : undefined;
      if (age) facts[id] = hasTurned(birthDate, age.count, today) ? 'reached' : 'under';
    }
  }
  return Object.fromEntries(Object.entries(facts).filter((entry): entry is [string, string] => entry[1] !== undefined));
}

/** Where a day lies to the child's newborn window; `undefined` where no rule tells. */
export function windowOf(
  { rules, policy }: { rules: CityRules; policy: Policy },
  member: Member,
  today: IsoDate,
): 'in' | 'past' | undefined {
  const deadline = rules.deadline(policy, member);
  if (deadline.kind === 'computed') return today <= deadline.newborn ? 'in' : 'past';
  // Born before the first rule on record: past as soon as the first child on record is.
  const first = policy.parameters.find(({ id }) => id === 'newborn.window')?.values[0]?.from;
  if (deadline.kind === 'error' || !first || member.birthDate >= first) return undefined;
  const oldest = rules.deadline(policy, { ...member, birthDate: first, localHukou: true });
  return oldest.kind === 'computed' && oldest.newborn < today ? 'past' : undefined;
}

/** The answers that are known from the child: by question, the one option whose `child` holds. */
export function answersOf(graph: { questions: readonly Question[] }, facts: Answers): Answers {
  const found = graph.questions.flatMap(({ id, options }) => {
    const fitting = options.filter(({ child }) => child && applies(child, facts));
    const [only] = fitting;
    return only && fitting.length === 1 ? [[id, only.value] as const] : [];
  });
  return Object.fromEntries(found);
}

/** Answers once another child may be asked about: what was known from the one before goes, what is known of this one comes; the rest stays. */
export function refilled(given: Answers, before: Answers, now: Answers): Answers {
  const own = Object.entries(given).filter(([id, value]) => value !== before[id]);
  return { ...Object.fromEntries(own), ...now };
}
