/**
 * Every combination of answers to a visit, in both cities: none throws (a decision table with no row, or two, does), each
 * gets the outcome that the second engine gives it, and none is refused without a reason.
 */
import { describe, expect, it } from 'vitest';
import { ENROLMENTS, LEVELS, onlyRow, PLACES, REASONS } from '#engine';
import { solve } from '../oracle/oracle.ts';
import type { Care, Case, CaseMember, CaseUsed, CaseVisit } from '../oracle/types.ts';
import { cities } from './arbitraries.ts';
import { type Answer, engineAnswers } from './engine-answers.ts';

const BOTH = [false, true] as const;
const ALL_CARES: readonly Care[] = ['outpatient', 'inpatient', 'chronic', 'major', 'negotiatedDrug'];

/** Every choice of a visit that is no amount and no date. */
function* everyVisit(): Generator<Omit<CaseVisit, 'date'>> {
  for (const care of ALL_CARES)
    for (const level of LEVELS)
      for (const childrensHospital of BOTH)
        for (const place of PLACES)
          for (const reason of REASONS)
            for (const registered of BOTH)
              for (const selected of BOTH)
                yield { care, level, childrensHospital, place, reason, registered, selected };
}

function* everyMember(): Generator<CaseMember> {
  for (const birthDate of ['2025-01-10', '2007-06-15', '2007-06-16', '2020-02-29'])
    for (const localHukou of BOTH)
      for (const tier of [1, 2] as const)
        for (const enrolment of ENROLMENTS) yield { birthDate, localHukou, tier, enrolment };
}

const uses: CaseUsed[] = [
  {},
  {
    outpatient: '2600',
    outDeductible: '150',
    own: '29000',
    base: '79900',
    critical: '199990',
    chronic: '990',
    majorDeductible: '300',
    stays: 1,
  },
];
const money = [
  { consultationFee: '20.55', eligible: '1234.57', excluded: '3.33', classB: '100.5' },
  { consultationFee: '0', eligible: '98765.43', excluded: '0', classB: '0' },
];

const kindOf = (answer: Answer | undefined): string =>
  !answer
    ? 'none'
    : 'error' in answer
      ? `error ${answer.error}`
      : 'notComputable' in answer
        ? 'notComputable'
        : 'computed';

describe.each(cities.map(({ id, rules }) => ({ id, rules })))('$id', ({ id, rules }) => {
  it('settles every combination of answers, as the second engine does', () => {
    const counts = new Map<string, number>();
    const different: unknown[] = [];
    for (const member of everyMember()) {
      for (const visit of everyVisit()) {
        const visits = money.map((amounts): CaseVisit => ({ date: '2025-06-15', ...visit, ...amounts }));
        for (const used of uses) {
          const task: Case = { name: '', city: id as Case['city'], member, visits, used, expect: [] };
          const mine = engineAnswers(task) as Answer[];
          if (JSON.stringify(mine) !== JSON.stringify(solve(task))) different.push(task);
          for (const answer of mine) counts.set(kindOf(answer), (counts.get(kindOf(answer)) ?? 0) + 1);
        }
      }
    }
    const total = [...counts.values()].reduce((all, one) => all + one, 0);
    console.log(`${id}: ${total} combinations settled: ${JSON.stringify(Object.fromEntries(counts))}`);
    expect(different).toEqual([]);
    expect(total).toBe(5 * 3 * 2 * 3 * 3 * 2 * 2 * 32 * 2 * 2);
    // Refused is only what the rules refuse: care that the city does not know, and what conflicts.
    const known = rules.cares.length === 2 ? ['error care', 'error registered'] : ['error enrolment', 'notComputable'];
    expect([...counts.keys()].sort()).toEqual(['computed', ...known].sort());
  });
});

describe('a decision table', () => {
  const rows = (...holds: boolean[]) => holds.map((held, at) => ({ at, when: () => held }));
  it('answers with the row that holds', () => {
    expect(onlyRow(rows(false, true, false), {}).at).toBe(1);
  });
  it('with no row, or with two, is a fault', () => {
    expect(() => onlyRow(rows(false, false), {})).toThrow('no row');
    expect(() => onlyRow(rows(true, false, true), {})).toThrow('two rows');
  });
});
