/** Every figure is used or marked, stands nowhere but in the policy data, has no undeclared gap, and every step has a source and a day. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { addDays, type Figures, type Policy } from '#engine';
import { readCaseFile } from '../scripts/lib/case-file.ts';
import { caseFiles, cityIds, loadCityModule, root } from '../scripts/lib/project.ts';
import { runCase } from '../scripts/lib/run-case.ts';
import type { Parameter } from '../src/policy/types.ts';
import { probes } from './mutation/probes.ts';
import { cities, guides, parameters, texts, values } from './policy-data.ts';

function saw(what: string, count: number, floor: number): void {
  console.log(`saw ${count} ${what} (floor ${floor})`);
  expect(count, what).toBeGreaterThanOrEqual(floor);
}

/** Days between two neighbouring values that nothing explains. */
function undeclaredGaps({ id, values: all, gaps = [] }: Parameter): string[] {
  const rows = [...all].sort((a, b) => (a.from < b.from ? -1 : 1));
  return rows.slice(1).flatMap((next, i) => {
    const from = addDays(rows[i]?.to ?? next.from, 1);
    if (from >= next.from) return [];
    const to = addDays(next.from, -1);
    return gaps.some((gap) => gap.from === from && gap.to === to) ? [] : [`${id}: ${from} to ${to}`];
  });
}

test('between two values of a parameter no day is missing, or the gap is declared', () => {
  const pairs = parameters.reduce((all, { parameter }) => all + parameter.values.length - 1, 0);
  const declared = parameters.reduce((all, { parameter }) => all + (parameter.gaps?.length ?? 0), 0);
  saw('neighbouring values', pairs, 120);
  console.log(`${declared} declared gaps`);
  expect(parameters.flatMap(({ parameter }) => undeclaredGaps(parameter))).toEqual([]);
  const [one] = parameters.filter(({ parameter }) => parameter.values.length > 1);
  if (!one) throw new Error('no parameter with two values');
  const [first, ...rest] = one.parameter.values;
  if (!first?.to) throw new Error('a value without an end before another');
  const day = first.to;
  const short = { ...one.parameter, values: [{ ...first, to: addDays(day, -1) }, ...rest] };
  expect(undeclaredGaps(short)).toEqual([`${one.parameter.id}: ${day} to ${day}`]);
  expect(undeclaredGaps({ ...short, gaps: [{ from: day, to: day, why: 'x' }] })).toEqual([]);
});

/** The same policy, noting which figures it was asked for. */
function spied(policy: Policy, asked: Set<string>): Policy {
  const note = (id: string): string => {
    asked.add(id);
    return id;
  };
  const noted = (figures: Figures): Figures => ({
    gap: (ids) => figures.gap(ids),
    get: (id) => figures.get(note(id)),
    find: (id) => figures.find(note(id)),
    tariff(plan) {
      const tariff = figures.tariff(plan);
      return typeof tariff === 'string' ? tariff : watched(tariff, note);
    },
  });
  return {
    ...policy,
    under: (reading) => spied(policy.under(reading), asked),
    on: (date) => noted(policy.on(date)),
    onDay: (day) => noted(policy.onDay(day)),
  };
}

/** A tariff that notes each figure as it is read. */
function watched<T extends object>(tariff: T, note: (id: string) => string): T {
  return new Proxy(tariff, {
    get(target, key, receiver) {
      const value: unknown = Reflect.get(target, key, receiver);
      if (typeof value !== 'object' || value === null) return value;
      if (!('parameter' in value && 'id' in value)) return watched(value, note);
      note(String(value.id));
      return value;
    },
  });
}

test('every parameter is computed with by some worked case, or is marked as shown only and is shown', async () => {
  const idle: string[] = [];
  const hidden: string[] = [];
  let [used, shown] = [0, 0];
  for (const id of cityIds) {
    const city = await loadCityModule(id);
    const asked = new Set<string>();
    const policy = spied(city.policy, asked);
    for (const file of caseFiles(id)) for (const one of readCaseFile(file, cityIds)) runCase(city, one, policy);
    for (const probe of probes.filter((one) => one.city === id)) probe.holds(city.rules, policy);
    const words = texts.filter((one) => one.city === id).map(({ text }) => text);
    const onScreen = (name: string) => words.some((text) => text === name || text.includes(`[[${name}@`));
    for (const { id: name, displayOnly } of city.policy.parameters) {
      if (displayOnly) shown += 1;
      else used += 1;
      if (!displayOnly && !asked.has(name)) idle.push(`${id} ${name}`);
      if (displayOnly && !asked.has(name) && !onScreen(name)) hidden.push(`${id} ${name}`);
    }
  }
  saw('parameters that are computed with', used, 70);
  saw('parameters that are only shown', shown, 15);
  expect(idle).toEqual([]);
  expect(hidden).toEqual([]);
});

const files = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' }).filter(
  (path) => /\.tsx?$/.test(path) && !path.includes('.test.') && !path.startsWith('policy/'),
);
const bare = (code: string): string => code.replace(/\/\*[\s\S]*?\*\/|(?<![:'"])\/\/.*$/gm, '');

/** Round enough to be a size, a weight of a font, a step of a search: where they stand, and why they are no figures of a policy. */
const COINCIDENCE: Record<string, { numbers: number[]; why: string }> = {
  'engine/dates.ts': { numbers: [400], why: 'years of the calendar' },
  'engine/visit.ts': { numbers: [1000], why: 'a year has four digits' },
  'platform/picture.ts': { numbers: [400, 500, 600], why: 'weights of fonts, pixels' },
  'platform/ledger-entry.ts': { numbers: [1000], why: 'as many names are remembered' },
  'platform/ticks.ts': { numbers: [500], why: 'as many ticks are kept' },
  'features/estimate/words.ts': { numbers: [300], why: 'how an amount is written' },
  'journeys/slip-search.ts': { numbers: [400], why: 'as many places are looked at' },
  'features/ledger/Backup.tsx': { numbers: [10_000], why: 'characters of a text before a file is the better way' },
  'features/ledger/backup.ts': { numbers: [200_000], why: 'as many lines are read' },
  'features/estimate/plot/PlotPanel.tsx': { numbers: [200], why: 'steps of the slider' },
  'features/estimate/plot/curves.ts': { numbers: [1.2, 1.5], why: 'how far the drawing reaches' },
  'ui/chart/Chart.tsx': { numbers: [1000, 0.6], why: 'side of the drawing, where a name stands' },
  'ui/chart/axis.ts': { numbers: [10_000], why: 'how many yuan are written as 万' },
  'features/dates/tiers/Plot.tsx': { numbers: [300], why: 'width of the drawing' },
  'features/dates/tiers/break-even.ts': { numbers: [200, 1000, 10_000, 30_000, 200_000], why: 'steps of the search' },
};

const telling = new Set(
  values.map(({ value }) => Number(value.value)).filter((number) => number > 100 || !Number.isInteger(number)),
);

/** Numbers of the code that are values of the policy, and numbers with a unit in its words. */
function figuresIn(path: string, code: string): string[] {
  const numbers = Array.from(bare(code).matchAll(/(?<![\w.#-])\d[\d_]*(?:\.\d+)?(?!\w)/g), ([n]) =>
    n.replaceAll('_', ''),
  );
  const known = numbers.filter((n) => telling.has(Number(n)) && !COINCIDENCE[path]?.numbers.includes(Number(n)));
  const quoted =
    bare(code).match(/\d+(\.\d+)?\s*(元|%|％|万|周岁|岁|天|个月|个百分点)(?=[\u4e00-\u9fff，。；、）'"`<])/g) ?? [];
  return [...known, ...quoted].map((one) => `${path}: ${one}`);
}

describe('no figure of a policy stands outside policy/', () => {
  test('a planted one is found', () => {
    expect(figuresIn('ui/x.ts', 'const limit = 2471.31;')).toEqual(['ui/x.ts: 2471.31']);
    expect(figuresIn('ui/x.ts', 'if (spent > 120_000) stop();')).toEqual(['ui/x.ts: 120000']);
    expect(figuresIn('ui/x.tsx', '<p>满 14 周岁，报 75%。</p>')).toEqual(['ui/x.tsx: 14 周岁', 'ui/x.tsx: 75%']);
    expect(figuresIn('ui/x.ts', '// 2471.31\nconst half = 0.5;')).toEqual([]);
  });
  test('none is left', () => {
    saw('files', files.length, 150);
    saw('telling values', telling.size, 40);
    expect(files.flatMap((path) => figuresIn(path, readFileSync(join(root, 'src', path), 'utf8')))).toEqual([]);
  });
});

test('every step of every guide has a source and the day on which it was compared with it', () => {
  let steps = 0;
  const wrong: string[] = [];
  for (const { city, guide } of guides) {
    const asOf = cities.find(({ id }) => id === city)?.city.asOf ?? '';
    for (const block of guide.blocks) {
      if (block.type !== 'path' && block.type !== 'steps' && block.type !== 'materials') continue;
      steps += block.type === 'path' ? block.menu.length : block.items.length;
      const { source, part } = block.at ?? guide.at;
      if (!source || !part || !guide.checkedOn || guide.checkedOn > asOf)
        wrong.push(`${city} ${guide.group}/${guide.id}`);
    }
  }
  saw('steps, menus and papers', steps, 160);
  expect(wrong).toEqual([]);
});

test('every parameter says when it is to be looked at again', () => {
  const days = new Map<string, number>();
  for (const { parameter } of parameters) days.set(parameter.recheck, (days.get(parameter.recheck) ?? 0) + 1);
  saw('parameters on the recheck list', parameters.length, 90);
  console.log(
    [...days]
      .sort()
      .map(([day, count]) => `${day}: ${count}`)
      .join(', '),
  );
});
