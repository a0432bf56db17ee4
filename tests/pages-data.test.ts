/** `pages.json` of every city against what the city really holds. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { ToolTile } from '#cities';
import { askedQuestions, readAnswers } from '#journeys';
import { reachable } from '../src/features/journey/screens.ts';
import { sourceSchema } from '../src/policy/schema.ts';
import { cities, sources } from './policy-data.ts';

const policy = join(import.meta.dirname, '../src/policy');

/** Ids of the documents that any file of a city names, `pages.json` itself left out. */
function documentsOf(city: string): Set<string> {
  const ids = new Set<string>();
  const walk = (node: unknown): void => {
    if (typeof node !== 'object' || node === null) return;
    if ('source' in node && typeof node.source === 'string') ids.add(node.source);
    for (const child of Object.values(node)) walk(child);
  };
  const read = (folder: string) => {
    for (const name of readdirSync(join(policy, folder)).filter((one) => one.endsWith('.json') && one !== 'pages.json'))
      walk(JSON.parse(readFileSync(join(policy, folder, name), 'utf8')));
  };
  const folders = [city, `${city}/guides`, `${city}/journeys`];
  for (const folder of folders.filter((one) => existsSync(join(policy, one)))) read(folder);
  return ids;
}

test('the list of documents is exactly what the city uses', () => {
  let count = 0;
  for (const { id, pages } of cities) {
    count += pages.documents.length;
    expect([...pages.documents].sort(), id).toEqual([...documentsOf(id)].sort());
  }
  expect(count).toBeGreaterThanOrEqual(38);
});

test('every help guide stands in the list once, and all that stands there exists and says how people ask', () => {
  let count = 0;
  for (const { id, pages, guides } of cities) {
    const listed = pages.help.flatMap((section) => section.guides);
    count += listed.length;
    expect(new Set(listed).size, id).toBe(listed.length);
    const known = new Map(guides.map((guide) => [`${guide.group}/${guide.id}`, guide]));
    expect(listed.filter((way) => !known.get(way)?.ask)).toEqual([]);
    const help = guides.filter(({ group }) => group === 'help').map((guide) => `help/${guide.id}`);
    expect(help.filter((way) => !listed.includes(way))).toEqual([]);
  }
  expect(count).toBeGreaterThanOrEqual(25);
});

test('every list of diseases has its remark', () => {
  for (const { diseases, pages } of cities) {
    const periods = [...new Set(diseases.map(({ from }) => from))].sort();
    expect((pages.diseases?.periods ?? []).map(({ from }) => from).sort()).toEqual(periods);
  }
});

test('the calculators named on the first page are those there is data for, in the same order', () => {
  for (const { id, city, tools } of cities) {
    expect(
      tools.tools.map((tool) => tool.id),
      id,
    ).toEqual(city.tools.map((tool) => tool.id));
  }
});

/** Parameters that calculators ask for by name: one of each row (CONTRIBUTING, “Add a city”). */
const ASKED: Record<ToolTile['id'], string[][]> = {
  newborn: [['newborn.window']],
  premium: [['premium.month', 'premium.tier1']],
  tiers: ['premium', 'base.limit', 'outpatient.limit'].flatMap((id) => [[`${id}.tier1`], [`${id}.tier2`]]),
  compare: [['guardian.shared'], ['premium.tier1']],
};

test('what a screen asks for by name is there under that name', () => {
  let count = 0;
  for (const { id, city, policy, tools, graphs, estimate } of cities) {
    const ids = new Set(policy.parameters.map((parameter) => parameter.id));
    for (const tool of tools.tools)
      for (const names of ASKED[tool.id] ?? []) {
        count += 1;
        expect(
          names.some((name) => ids.has(name)),
          `${id}, ${tool.id}: ${names.join(' or ')}`,
        ).toBe(true);
      }
    // The word for a place of primary care, and the journey to choose one, come together.
    expect(
      graphs.some((graph) => graph.id === 'clinic'),
      id,
    ).toBe(city.clinic !== undefined);
    const questions = estimate?.questions ?? [];
    for (const name of ['enrolment', 'level']) {
      const options = questions.flatMap(({ options }) => options);
      const asks = options.some(({ set }) => name in { ...set?.visit, ...set?.member });
      if (asks) expect(questions.map((question) => question.id).includes(name), `${id}: ${name}`).toBe(true);
    }
  }
  expect(count).toBeGreaterThan(8);
});

test('answers that a calculator hands on are understood by the journey and lead to the screen they name', () => {
  let count = 0;
  for (const { id, tools, graphs } of cities) {
    for (const { next, answered } of tools.tools) {
      for (const text of Object.values(answered ?? {})) {
        const graph = graphs.find((one) => next.to === `/${id}/${one.id}/`);
        if (!graph) throw new Error(`${next.to} is no journey`);
        const query = new URLSearchParams(text);
        const { answers, notUnderstood } = readAnswers(graph, query);
        const at = query.get('at') ?? 'start';
        count += 1;
        expect(notUnderstood, text).toEqual([]);
        expect(reachable(graph, answers, at), text).toBe(at);
        expect([...query.keys()].filter((key) => key !== 'at' && answers[key] === undefined)).toEqual([]);
        expect([...query.keys()]).toEqual([...query.keys()].sort());
        expect(askedQuestions(graph, answers).length).toBeGreaterThanOrEqual(Object.keys(answers).length);
      }
    }
  }
  expect(count).toBeGreaterThanOrEqual(2);
});

test('a page links to the address of a document only where its host is known to be good', () => {
  const all = [...sources.values()];
  expect(all.filter(({ link }) => link).length).toBeGreaterThanOrEqual(14);
  expect(all.filter(({ address, link }) => address && !link).length).toBeGreaterThanOrEqual(10);
  const [one] = all.filter(({ link }) => link);
  expect(sourceSchema.safeParse(one).success).toBe(true);
  for (const address of ['http://69saqjz.icu/1.html', 'https://gov.cn.example.com/', 'https://notbendibao.com/']) {
    expect(sourceSchema.safeParse({ ...one, address }).success, address).toBe(false);
  }
  expect(sourceSchema.safeParse({ ...one, link: undefined }).success).toBe(false);
});

test('what can be ticked off on a page has a name of its own', () => {
  let paths = 0;
  for (const { id, guides } of cities) {
    for (const guide of guides) {
      const blocks = guide.blocks.flatMap((block) => (block.type === 'path' ? [block] : []));
      const items = blocks.flatMap(({ title, account, menu }) =>
        menu.map((_, place) => `${title ?? account.name}>${place}`),
      );
      paths += blocks.length;
      expect(new Set(items).size, `${id}/${guide.group}/${guide.id}`).toBe(items.length);
    }
  }
  expect(paths).toBeGreaterThanOrEqual(30);
});
