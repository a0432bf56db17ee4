/**
 * Foreign state at every door, in full numbers: links, what is kept on the phone, files. Nothing throws, nothing unsound gets in, no
 * prototype changes, and what got in can be computed with. A sample of the same goes through a real browser in e2e/hostile.spec.ts.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { estimate, parseMoney } from '#engine';
import { birthOf, nextQuestion, readAnswers, situationsOf, validAnswers } from '#journeys';
import { asOf, isDay, rawStorage, useChildren } from '#platform';
import type { EstimateGraph, Graph } from '#policy/types.ts';
import { linkFaults } from '../../src/app/link-faults.ts';
import { readAmounts } from '../../src/features/estimate/amounts.ts';
import { useEstimate } from '../../src/features/estimate/store.ts';
import { lastCity } from '../../src/features/home/city-memory.ts';
import { useJourney } from '../../src/features/journey/store.ts';
import { readEntry } from '../../src/platform/ledger-entry.ts';
import { cities } from '../laws/arbitraries.ts';
import { mutatedJson, mutatedLink, Random } from './mutate.ts';
import { SOUND_STORES } from './stores.ts';

const LINKS = 10_000;
const STORES = 1000;

afterEach(() => {
  expect(Object.keys(Object.prototype)).toEqual([]);
  expect(({} as Record<string, unknown>).polluted).toBeUndefined();
});

const graphs = cities.flatMap((city) => {
  const folder = join(import.meta.dirname, '../../src/policy', city.id, 'journeys');
  return readdirSync(folder).map((file) => {
    const graph: Graph | EstimateGraph = JSON.parse(readFileSync(join(folder, file), 'utf8'));
    return { city, graph };
  });
});
const stores = [useChildren, useEstimate, useJourney] as const;
const isEstimate = (graph: Graph | EstimateGraph): graph is EstimateGraph => graph.id === 'estimate';

describe('links', () => {
  it(`${LINKS} mutated ones: answers are valid, amounts are money, the rest is named`, () => {
    const random = new Random(1);
    const seen = { answers: 0, amounts: 0, notUnderstood: 0, computed: 0, refused: 0, days: 0, faults: 0 };
    for (let i = 0; i < LINKS; i++) {
      const link = mutatedLink(random);
      const query = new URLSearchParams(link.split('?')[1] ?? '');
      const [, where = '', page = ''] = (link.split('?')[0] ?? '').split('/');
      const meant = graphs.find(({ city, graph }) => city.id === where && graph.id === page);
      const { city, graph } = meant ?? random.pick(graphs);
      const { answers, notUnderstood } = readAnswers(graph, query);
      expect(validAnswers(graph, answers)).toEqual(answers);
      seen.answers += Object.keys(answers).length;
      seen.notUnderstood += notUnderstood.length;
      const { names, keys } = linkFaults(page, query);
      expect(names.length).toBe(keys.length);
      seen.faults += names.length;
      if (isDay(query.get('asof') ?? '')) seen.days += 1;
      if (!isEstimate(graph)) continue;
      const read = readAmounts(graph, query);
      for (const amount of Object.values(read.amounts)) expect(parseMoney(amount)).toBeTypeOf('number');
      seen.amounts += Object.keys(read.amounts).length;
      // The result is reached with all questions answered and a bill.
      if (nextQuestion(graph, answers) || read.amounts.eligible === undefined) continue;
      const bills = situationsOf(graph, answers, read.amounts, '2026-05-05', { birthDate: '2019-05-01' });
      const result = estimate(city.rules, city.policy, bills);
      expect(['computed', 'range', 'notComputable', 'error']).toContain(result.kind);
      expect(JSON.stringify(result)).not.toMatch(/NaN|Infinity|"(fund|self|critical)":null/);
      if (result.kind === 'computed' || result.kind === 'range') seen.computed += 1;
      else seen.refused += 1;
    }
    console.log(`${LINKS} mutated links: ${JSON.stringify(seen)}`);
    for (const [what, count] of Object.entries(seen)) expect(count, what).toBeGreaterThan(what === 'refused' ? -1 : 20);
    expect(asOf()).toBeUndefined();
  });
});

describe('what is kept on the phone', () => {
  it(`${STORES} mutated contents of every store: what is sound is taken, the rest is as if it had never been`, async () => {
    const random = new Random(2);
    let taken = 0;
    let left = 0;
    for (let i = 0; i < STORES; i++) {
      // Making them empty writes, at the latest before one of them is read; then comes what somebody else left there.
      useChildren.setState(useChildren.getInitialState(), true);
      useEstimate.setState(useEstimate.getInitialState(), true);
      useJourney.setState(useJourney.getInitialState(), true);
      await Promise.all(stores.map((one) => one.persist.rehydrate()));
      for (const [key, sound] of Object.entries(SOUND_STORES)) rawStorage.setItem(key, mutatedJson(random, sound));
      const before = stores.map((one) => JSON.stringify(one.getState()));
      await Promise.all(stores.map((one) => one.persist.rehydrate()));
      stores.forEach((one, at) => {
        if (JSON.stringify(one.getState()) === before[at]) left += 1;
        else taken += 1;
      });
      checkSound();
    }
    console.log(`${STORES} contents of ${Object.keys(SOUND_STORES).length} stores: ${taken} taken, ${left} left out`);
    expect(taken).toBeGreaterThan(STORES / 5);
    expect(left).toBeGreaterThan(STORES / 5);
  });

  function checkSound(): void {
    const { children, at } = useChildren.getState();
    expect(children.length).toBeLessThanOrEqual(6);
    expect(children.length === 0 ? at === 0 : children[at] !== undefined).toBe(true);
    for (const child of children) {
      expect(
        [child.name, child.birth.year, child.birth.month, child.birth.day].every((text) => typeof text === 'string'),
      ).toBe(true);
      expect(birthOf(child, '2026-11-22') ?? '2020-01-01').toMatch(/^\d{4}-\d\d-\d\d$/);
    }
    const kept = useEstimate.getState();
    for (const record of [kept.answers, kept.amounts, kept.names]) {
      for (const text of Object.values(record)) expect(typeof text).toBe('string');
    }
    expect(Number.isSafeInteger(kept.year)).toBe(true);
    for (const answers of Object.values(useJourney.getState().given)) {
      for (const { graph } of graphs)
        expect(Object.values(validAnswers(graph, answers)).every((text) => typeof text === 'string')).toBe(true);
    }
    expect(lastCity.read()).toMatch(/^[a-z-]{0,40}$/);
  }

  it(`${STORES} mutated visits of the ledger: each is one, or none`, () => {
    const random = new Random(3);
    const sound = {
      id: '2026-03.abcdefghij',
      child: 'abcdefghij',
      city: 'shenzhen',
      date: '2026-03-01',
      answers: { care: 'outpatient' },
      amounts: { eligible: '300' },
      note: '感冒',
    };
    expect(readEntry(sound)).toEqual(sound);
    let taken = 0;
    for (let i = 0; i < STORES; i++) {
      let thing: unknown;
      try {
        thing = JSON.parse(mutatedJson(random, sound));
      } catch {
        continue;
      }
      const entry = readEntry(thing);
      if (!entry) continue;
      taken += 1;
      expect(Object.keys(entry).sort()).toEqual(Object.keys(sound).sort());
      for (const text of [...Object.values(entry.answers), ...Object.values(entry.amounts)])
        expect(typeof text).toBe('string');
    }
    console.log(`${STORES} mutated visits: ${taken} are sound`);
    expect(taken).toBeGreaterThan(50);
    expect(taken).toBeLessThan(STORES);
  });
});
