/** Gates over all policy data as it stands on disk. Each prints how much it saw and fails under a floor. */
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { fingerprint, type Verified } from '../../scripts/lib/fingerprint.ts';
import {
  anchors,
  cities,
  graphs,
  guides,
  invalid,
  parameters,
  sources,
  strays,
  targets,
  texts,
  values,
} from '../../tests/policy-data.ts';
import { checkDerivation, everyAnswer, figuresOf, holds, prints, printsOperand } from './gates.ts';

const verified: Verified = JSON.parse(
  readFileSync(join(dirname(fileURLToPath(import.meta.url)), '../../tests/fixtures/verified-quotes.json'), 'utf8'),
);

/** Prints what a gate saw and fails if it is less than it must be. */
function saw(what: string, count: number, floor: number) {
  console.log(`saw ${count} ${what} (floor ${floor})`);
  expect(count, what).toBeGreaterThanOrEqual(floor);
}
const duplicates = (list: string[]): string[] => list.filter((one, index) => list.indexOf(one) !== index);

describe('files', () => {
  test('all are valid and named after what they hold', () => {
    saw('cities', cities.length, 2);
    saw('parameters', parameters.length, 90);
    saw('guides', guides.length, 60);
    saw('sources', sources.size, 35);
    saw('graphs', graphs.length, 5);
    expect(invalid).toEqual([]);
    expect(strays).toEqual([]);
    const bare = cities.filter(({ city, policy }) => !city.building && policy.parameters.length === 0);
    expect(bare.map(({ id }) => id)).toEqual([]);
  });
  test('every guide has an id and a title of its own in its city', () => {
    expect(duplicates(guides.map(({ city, guide }) => `${city}/${guide.group}/${guide.id}`))).toEqual([]);
    expect(duplicates(guides.map(({ city, guide }) => `${city} ${guide.title}`))).toEqual([]);
    expect(duplicates(parameters.map(({ city, parameter }) => `${city} ${parameter.id}`))).toEqual([]);
  });
});

describe('evidence', () => {
  test('every value and every anchor names a source and a part that exist', () => {
    const missing = [...values.map(({ value, where }) => ({ anchor: value, where })), ...anchors]
      .filter(({ anchor }) => !sources.get(anchor.source)?.parts.some((part) => part.id === anchor.part))
      .map(({ anchor, where }) => `${where}: ${anchor.source} ${anchor.part}`);
    saw('values', values.length, 220);
    saw('anchors in texts', anchors.length, 150);
    expect(missing).toEqual([]);
  });
  test('every source and part is used', () => {
    const used = new Set(
      [...values.map(({ value }) => value), ...anchors.map(({ anchor }) => anchor)].map((one) => one.source),
    );
    expect([...sources.keys()].filter((id) => !used.has(id))).toEqual([]);
  });
  test('every quote carries its value, or is part of a sum that does', () => {
    const wrong: string[] = [];
    let [plain, spelt, derived] = [0, 0, 0];
    for (const { where, value, parameter } of values) {
      const { quote, spelled, derivation } = value;
      if (spelled !== undefined) {
        spelt += 1;
        const digits = /\d/.test(spelled) && parameter.unit !== 'choice';
        const fits =
          !digits || prints(spelled, value.value) || (derivation !== undefined && printsOperand(spelled, derivation));
        if (!quote?.includes(spelled) || !fits) wrong.push(`${where}: ${spelled}`);
      } else if (derivation !== undefined) {
        derived += 1;
        if (quote !== undefined && !prints(quote, value.value) && !printsOperand(quote, derivation))
          wrong.push(`${where}: ${quote}`);
      } else {
        plain += 1;
        if (quote === undefined || !prints(quote, value.value)) wrong.push(`${where}: ${quote}`);
      }
    }
    saw('printed values', plain, 120);
    saw('spelled values', spelt, 20);
    saw('derived values', derived, 15);
    expect(wrong).toEqual([]);
  });
  test('every sum is right', () => {
    const sums = values.filter(({ value }) => value.derivation !== undefined);
    saw('sums', sums.length, 30);
    expect(
      sums.flatMap(
        ({ where, value }) => checkDerivation(value.derivation ?? '', value.value)?.concat(` at ${where}`) ?? [],
      ),
    ).toEqual([]);
  });
  test('quotes of the two documents are verbatim', () => {
    expect(Object.keys(verified).sort()).toEqual(['cq-bendibao-2025', 'sz-leaflet-2024-08']);
    for (const [id, fingerprints] of Object.entries(verified)) {
      const quotes = values.filter(({ value }) => value.source === id && value.quote !== undefined);
      saw(`quotes of ${id}`, quotes.length, 25);
      expect(
        quotes
          .filter(({ value }) => !fingerprints.includes(fingerprint(value.quote ?? '')))
          .map(({ where, value }) => `${where}: ${value.quote} was not compared with its document`),
      ).toEqual([]);
    }
  });
});

describe('time and readings', () => {
  test('periods of a parameter do not overlap', () => {
    const overlaps: string[] = [];
    let pairs = 0;
    for (const { city, parameter } of parameters) {
      const readings = [...new Set(parameter.alternatives?.map((one) => one.reading))];
      const rows = [
        parameter.values,
        ...readings.map((id) => (parameter.alternatives ?? []).filter((one) => one.reading === id)),
      ];
      for (const row of rows) {
        const sorted = [...row].sort((a, b) => (a.from < b.from ? -1 : 1));
        sorted.slice(1).forEach((next, index) => {
          pairs += 1;
          const to = sorted[index]?.to;
          if (to === undefined || to >= next.from) overlaps.push(`${city} ${parameter.id} ${next.from}`);
        });
      }
    }
    saw('neighbouring periods', pairs, 120);
    expect(overlaps).toEqual([]);
  });
  test('each parameter is looked at again after its newest period has begun', () => {
    const late = parameters.filter(({ parameter }) =>
      parameter.values.some((value) => value.from >= parameter.recheck),
    );
    expect(late.map(({ city, parameter }) => `${city} ${parameter.id}`)).toEqual([]);
  });
  test('every reading has an alternative, or says why there is none', () => {
    let count = 0;
    for (const { id, policy } of cities) {
      const named = policy.parameters.flatMap((parameter) => parameter.alternatives?.map((one) => one.reading) ?? []);
      const ids = policy.readings.map((reading) => reading.id);
      expect(duplicates(ids)).toEqual([]);
      expect(
        named.filter((one) => !ids.includes(one)),
        id,
      ).toEqual([]);
      for (const reading of policy.readings) {
        count += 1;
        if (!named.includes(reading.id)) expect(reading.other, `${id} ${reading.id}`).toMatch(/所以没有另一个/);
      }
    }
    saw('readings', count, 8);
  });
});

describe('texts', () => {
  test('every [[id@date]] is a value of its city', () => {
    const figures = texts.flatMap(({ city, text, where }) =>
      figuresOf(text).map((figure) => ({ city, where, ...figure })),
    );
    const unknown = figures.filter(({ city, id, on }) => {
      const parameter = parameters.find((one) => one.city === city && one.parameter.id === id)?.parameter;
      return !parameter?.values.some((value) => value.from <= on && (value.to === undefined || on <= value.to));
    });
    saw('figures in texts', figures.length, 200);
    expect(unknown.map(({ where, id, on }) => `${where}: ${id}@${on}`)).toEqual([]);
  });
  test('every link inside the app leads to a page', () => {
    const pages = new Set(['/']);
    for (const { id, city, guides, graphs, estimate, diseases } of cities) {
      for (const tool of city.tools) pages.add(`/${id}/${tool.id}/`);
      for (const page of ['', 'help/', 'benefits/', 'sources/', 'sources/open/']) pages.add(`/${id}/${page}`);
      for (const graph of [...graphs, ...(estimate ? [estimate] : [])]) pages.add(`/${id}/${graph.id}/`);
      if (diseases.length > 0) pages.add(`/${id}/diseases/`);
      for (const guide of guides) pages.add(`/${id}/${guide.group}/${guide.id}/`);
    }
    const inside = targets.filter(({ to }) => to.startsWith('/'));
    saw('links inside', inside.length, 200);
    expect(inside.filter(({ to }) => !pages.has(to)).map(({ where, to }) => `${where}: ${to}`)).toEqual([]);
  });
  test('a slip’s causes change what the estimate of the city asks, or a reading it has', () => {
    let seen = 0;
    for (const { id, slip, estimate, policy } of cities) {
      if (!slip || !estimate) continue;
      expect(duplicates(slip.causes.map((cause) => cause.id))).toEqual([]);
      const used = estimate.used.fields.map((field) => field.id);
      const fields = slip.form.fields.map((field) => field.id);
      expect(fields.filter((field) => !field.startsWith('slip'))).toEqual([]);
      expect(slip.form.fields.filter(({ within }) => within && !fields.includes(within))).toEqual([]);
      for (const { id: name, change } of slip.causes) {
        seen += 1;
        const where = `${id} ${name}`;
        if (change.kind === 'answer') {
          const options = estimate.questions.find((one) => one.id === change.question)?.options.map((one) => one.value);
          expect(
            change.values.filter((value) => !options?.includes(value)),
            where,
          ).toEqual([]);
        }
        if (change.kind === 'used') expect(used, where).toContain(change.field);
        if (change.kind === 'reading')
          expect(
            policy.readings.map((one) => one.id),
            where,
          ).toContain(change.reading);
      }
    }
    saw('causes of a slip', seen, 25);
  });
  test('every guide with a menu path says what to prepare, how it ends and what to do if it does not', () => {
    const procedures = guides.filter(({ guide }) => guide.blocks.some((block) => block.type === 'path'));
    const open = procedures.filter(({ guide }) => !guide.prepare || !guide.done || !guide.trouble);
    saw('procedures', procedures.length, 20);
    expect(open.map(({ city, guide }) => `${city} ${guide.group}/${guide.id}`)).toEqual([]);
  });
  test('our own sentences use full-width punctuation and repeat no slip of the documents', () => {
    saw('texts', texts.length, 1500);
    const halfWidth = /[\u4e00-\u9fff][,;:?!]|[,;:?!][\u4e00-\u9fff]/;
    const slips = /社经|就定点|今年报销限额|国探|\d人\/人|TODO|undefined/;
    expect(
      texts
        .filter(({ text }) => halfWidth.test(text) || slips.test(text))
        .map(({ where, text }) => `${where}: ${text}`),
    ).toEqual([]);
  });
});

describe('journeys', () => {
  test('exactly one conclusion holds for every complete set of answers', () => {
    const wrong: string[] = [];
    let total = 0;
    for (const { city, graph } of graphs) {
      const sets = everyAnswer(graph.questions);
      total += sets.length;
      console.log(`${city} ${graph.id}: ${sets.length} sets of answers, ${graph.conclusions.length} conclusions`);
      const results = sets.map((answers) =>
        graph.conclusions.filter((one) => holds(one.when, answers)).map((one) => one.id),
      );
      results.forEach((ids, index) => {
        if (ids.length !== 1)
          wrong.push(`${city} ${graph.id} ${JSON.stringify(sets[index])}: ${ids.join(', ') || 'none'}`);
      });
      const reached = new Set(results.flat());
      wrong.push(
        ...graph.conclusions
          .filter((one) => !reached.has(one.id))
          .map((one) => `${city} ${graph.id}: ${one.id} never holds`),
      );
      wrong.push(
        ...duplicates(graph.conclusions.map((one) => one.id)),
        ...duplicates(graph.conclusions.map((one) => one.title)),
      );
      for (const question of graph.questions) {
        const matters = sets.some((a, i) =>
          sets.some((b, j) => {
            const others = graph.questions.filter(
              (one) => one.id !== question.id && a[one.id] !== undefined && b[one.id] !== undefined,
            );
            return (
              a[question.id] !== b[question.id] &&
              others.every((one) => a[one.id] === b[one.id]) &&
              results[i]?.[0] !== results[j]?.[0]
            );
          }),
        );
        if (!matters) wrong.push(`${city} ${graph.id}: ${question.id} changes nothing`);
      }
    }
    saw('sets of answers', total, 30);
    expect(wrong).toEqual([]);
  });
  test('every preset of an estimate answers questions that are asked', () => {
    const wrong: string[] = [];
    let count = 0;
    for (const { id, city, estimate } of cities) {
      if (!estimate && !city.building) wrong.push(`${id}: no estimate`);
      const sets = estimate ? everyAnswer(estimate.questions) : [];
      for (const preset of estimate?.presets ?? []) {
        count += 1;
        const entries = Object.entries(preset.answers);
        if (
          !sets.some(
            (answers) =>
              entries.length === Object.keys(answers).length && entries.every(([key, value]) => answers[key] === value),
          )
        )
          wrong.push(`${id} ${preset.id}`);
      }
    }
    saw('presets', count, 6);
    expect(wrong).toEqual([]);
  });
});
