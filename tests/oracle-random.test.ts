/**
 * The second engine, which shares no line with the first, agrees with it on random years of visits and on random
 * questions about fees and days: every field, every kind of outcome.
 */
import { expect, it } from 'vitest';
import { FULL } from './laws/arbitraries.ts';
import { type Answer, engineAnswers } from './laws/engine-answers.ts';
import { Dice, randomFact, randomYear } from './laws/random-cases.ts';
import { solve } from './oracle/oracle.ts';

const YEARS = Number(process.env.ORACLE_YEARS ?? (FULL ? 1_000_000 : 50_000));
const FACTS = Number(process.env.ORACLE_FACTS ?? (FULL ? 200_000 : 20_000));

class Tally {
  readonly #counts = new Map<string, number>();
  add(what: string): void {
    this.#counts.set(what, (this.#counts.get(what) ?? 0) + 1);
  }
  print(title: string): void {
    const all = [...this.#counts].sort(([a], [b]) => (a < b ? -1 : 1));
    console.log(`${title}\n${all.map(([what, count]) => `  ${what}: ${count}`).join('\n')}`);
  }
  /** Fails for what was seen too seldom, with its name. */
  floor(share: number, of: number, names: readonly string[]): void {
    const least = Math.floor(of * share);
    expect(names.filter((name) => (this.#counts.get(name) ?? 0) < least)).toEqual([]);
  }
}

const outcome = (answer: Answer): string =>
  'error' in answer ? `error ${answer.error}` : 'notComputable' in answer ? 'notComputable' : 'computed';

const combine = (groups: readonly string[], kinds: readonly string[]) =>
  groups.flatMap((group) => kinds.map((kind) => `${group} ${kind}`));

it(`agrees on ${YEARS} years of visits`, { timeout: 3_600_000 }, () => {
  const dice = new Dice(20_261_122);
  const tally = new Tally();
  let visits = 0;
  for (let i = 0; i < YEARS; i++) {
    const task = randomYear(dice);
    const mine = engineAnswers(task);
    const theirs = solve(task);
    if (JSON.stringify(mine) !== JSON.stringify(theirs)) {
      expect({ task, answers: mine }).toEqual({ task, answers: theirs });
    }
    (mine as Answer[]).forEach((answer, at) => {
      const visit = task.visits?.[at];
      visits++;
      tally.add(`${task.city} ${outcome(answer)}`);
      if (outcome(answer) !== 'computed') return;
      tally.add(`${task.city} ${visit?.care} ${visit?.level} ${visit?.place ?? 'local'}`);
      if (answer.fund !== '0.00') tally.add(`${task.city} fund pays`);
      if (answer.critical !== '0.00') tally.add(`${task.city} second layer pays`);
      if (answer.outpatientLeft === '0.00') tally.add(`${task.city} outpatient limit used up`);
    });
  }
  tally.print(`${YEARS} years, ${visits} visits, none differs:`);
  expect(visits).toBeGreaterThan(YEARS * 3);
  tally.floor(0.05, YEARS, combine(['shenzhen', 'chongqing'], ['computed', 'fund pays', 'second layer pays']));
  tally.floor(0.01, YEARS, combine(['shenzhen', 'chongqing'], ['notComputable', 'outpatient limit used up']));
  const levels = ['primary', 'secondary', 'tertiary'];
  const places = ['local', 'province', 'elsewhere'];
  const shenzhen = combine(combine(['shenzhen outpatient', 'shenzhen inpatient'], levels), places);
  const cares = ['outpatient', 'inpatient', 'chronic', 'major', 'negotiatedDrug'].map((care) => `chongqing ${care}`);
  tally.floor(0.02, YEARS, [...shenzhen, ...combine(combine(cares, levels), ['local'])]);
  const fields = ['birthDate', 'date', 'consultationFee', 'eligible', 'excluded', 'diseases', 'classB'];
  const before = ['outpatient', 'outDeductible', 'own', 'base', 'critical', 'chronic', 'majorDeductible', 'stays'];
  const errors = [...fields, ...before].map((field) => `error ${field}`);
  tally.floor(0.0002, YEARS, [
    ...combine(['shenzhen', 'chongqing'], errors),
    'shenzhen error care',
    'shenzhen error registered',
    'chongqing error enrolment',
  ]);
});

it(`agrees on ${FACTS} questions about fees and days`, { timeout: 3_600_000 }, () => {
  const dice = new Dice(20_261_123);
  const tally = new Tally();
  for (let i = 0; i < FACTS; i++) {
    const { kind, ...task } = randomFact(dice);
    const mine = engineAnswers(task);
    const theirs = solve(task);
    if (JSON.stringify(mine) !== JSON.stringify(theirs)) {
      expect({ task, answer: mine }).toEqual({ task, answer: theirs });
    }
    tally.add(`${task.city} ${kind} ${outcome(mine as Answer)}`);
  }
  tally.print(`${FACTS} questions, none differs:`);
  const asked = combine(['shenzhen', 'chongqing'], ['premium', 'coverage', 'deadline']);
  tally.floor(0.005, FACTS, combine(asked, ['computed', 'notComputable']));
  tally.floor(0.01, FACTS, [
    'shenzhen clinic computed',
    'shenzhen clinic notComputable',
    'chongqing clinic notComputable',
  ]);
  tally.floor(0.001, FACTS, combine([...asked, 'shenzhen clinic', 'chongqing clinic'], ['error birthDate']));
  tally.floor(0.001, FACTS, [
    ...combine(combine(['shenzhen', 'chongqing'], ['premium', 'coverage']), ['error payDate']),
    ...combine(['chongqing premium', 'chongqing coverage'], ['error enrolment']),
    ...combine(['shenzhen clinic', 'chongqing clinic'], ['error on']),
  ]);
});
