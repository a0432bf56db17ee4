/** Laws of answers: links, questions that no longer apply, "不清楚" and the range it gives, and what is typed for money. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { estimate, formatMoney, MAX_FEN, parseMoney, settleBill } from '#engine';
import {
  type Answers,
  applies,
  askedFields,
  askedQuestions,
  cleanAmount,
  droppedAnswers,
  everyAnswer,
  nextQuestion,
  readAnswers,
  situationsOf,
  unknownQuestions,
  validAnswers,
  withoutUnknowns,
  writeAnswers,
} from '#journeys';
import type { EstimateGraph, Graph } from '#policy/types.ts';
import { always, chongqing, cities, fenArb, RUNS, shenzhen, yearArb } from './arbitraries.ts';

const root = join(import.meta.dirname, '../../src/policy');
const read = <T>(path: string): T => JSON.parse(readFileSync(join(root, path), 'utf8'));
const graphs = cities.flatMap(({ id }) =>
  readdirSync(join(root, id, 'journeys')).map((file) => ({
    name: `${id} ${file.slice(0, -5)}`,
    graph: read<Graph | EstimateGraph>(`${id}/journeys/${file}`),
  })),
);

type AnyGraph = Graph | EstimateGraph;

/** Answers that may be complete, partial, contradictory or nonsense. */
const answersArb = (graph: AnyGraph): fc.Arbitrary<Answers> => {
  const values = graph.questions.flatMap((q) => q.options.map(({ value }) => value));
  const entries = graph.questions.map((q) => {
    const own = fc.constantFrom(...q.options.map(({ value }) => value));
    const any = fc.constantFrom(...values, '', '__proto__', 'toString', 'NaN');
    return fc.option(fc.oneof({ weight: 9, arbitrary: own }, any), { nil: undefined, freq: 6 });
  });
  return fc.tuple(...entries).map((chosen) => {
    const given = graph.questions.flatMap(({ id }, i) => (chosen[i] === undefined ? [] : [[id, chosen[i]] as const]));
    return Object.fromEntries(given);
  });
};

const queryOf = (pairs: readonly (readonly [string, string])[]) => new URLSearchParams(pairs.map(([k, v]) => [k, v]));

describe.each(graphs)('$name', ({ graph }) => {
  it('validating twice is validating once, and only offered answers to asked questions stay', () => {
    always(answersArb(graph), (given) => {
      const valid = validAnswers(graph, given);
      expect(validAnswers(graph, valid)).toEqual(valid);
      const asked = askedQuestions(graph, given).map(({ id }) => id);
      for (const id of Object.keys(valid)) {
        expect(asked).toContain(id);
        expect(valid[id]).toBe(given[id]);
      }
      const dropped = droppedAnswers(graph, given);
      expect([...Object.keys(valid), ...dropped].sort()).toEqual(Object.keys(given).sort());
      const next = nextQuestion(graph, given);
      expect(next === undefined).toBe(asked.every((id) => id in valid));
      if (next) expect(asked.find((id) => !(id in valid))).toBe(next.id);
    });
  });

  it('a link carries the answers there and back, whatever stands beside them', () => {
    const stray = fc.tuple(fc.string({ maxLength: 8 }), fc.string({ maxLength: 60 }));
    const known = new Set(graph.questions.map(({ id }) => id));
    always(fc.tuple(answersArb(graph), fc.array(stray, { maxLength: 3 })), ([given, strays]) => {
      const answers = validAnswers(graph, given);
      const query = writeAnswers(answers);
      expect([...query.keys()]).toEqual(Object.keys(answers).sort());
      const beside = strays.filter(([key]) => !known.has(key));
      const link = new URLSearchParams(`${queryOf(beside)}&${query}`);
      expect(readAnswers(graph, link)).toEqual({ answers, notUnderstood: [] });
    });
  });

  it('a link that anyone may have written never throws, never changes a prototype, and says what it did not understand', () => {
    const key = fc.oneof(
      fc.constantFrom(...graph.questions.map(({ id }) => id)),
      fc.constantFrom('__proto__', 'constructor', 'toString'),
      fc.string({ maxLength: 5 }),
    );
    const text = fc.oneof(
      fc.constantFrom(...graph.questions.flatMap((q) => q.options.map((o) => o.value))),
      fc.string({ maxLength: 80 }),
    );
    always(fc.array(fc.tuple(key, text), { maxLength: 8 }), (pairs) => {
      const query = queryOf(pairs);
      const { answers, notUnderstood } = readAnswers(graph, query);
      expect(validAnswers(graph, answers)).toEqual(answers);
      for (const { id } of graph.questions) {
        const given = query.get(id);
        expect(notUnderstood.includes(id)).toBe(given !== null && answers[id] !== given);
      }
      expect(Object.keys(Object.prototype)).toEqual([]);
    });
  });

  it('"不清楚" stands for exactly the complete answers that agree with the rest', () => {
    const complete = [...everyAnswer(graph)];
    const plain = complete.filter((answers) => unknownQuestions(graph, answers).length === 0);
    const key = (answers: Answers) => writeAnswers(answers).toString();
    let several = 0;
    for (const answers of complete) {
      const unsure = new Set(unknownQuestions(graph, answers).map(({ id }) => id));
      const agreeing = plain.filter((other) =>
        Object.keys(other).every((id) => unsure.has(id) || !(id in answers) || other[id] === answers[id]),
      );
      const meant = [...withoutUnknowns(graph, answers)].map(key);
      expect(new Set(meant).size).toBe(meant.length);
      expect(meant.sort()).toEqual(agreeing.map(key).sort());
      if (meant.length > 1) several++;
    }
    console.log(`${complete.length} complete answers, ${several} of them with several meanings`);
  });
});

const estimates = [
  { city: shenzhen, graph: read<EstimateGraph>('shenzhen/journeys/estimate.json') },
  { city: chongqing, graph: read<EstimateGraph>('chongqing/journeys/estimate.json') },
].map((one) => ({ ...one, name: one.city.id }));

const amountsArb = (graph: EstimateGraph) => {
  const ids = [...graph.costs.fields, ...graph.used.fields].map(({ id }) => id);
  const one = fc.option(fenArb.map(formatMoney), { nil: '', freq: 3 });
  const partB = fc.integer({ min: 0, max: 101 });
  return fc.tuple(fc.tuple(...ids.map(() => one)), partB).map(([all, part]) => {
    const amounts = Object.fromEntries(ids.map((id, i) => [id, all[i] ?? '']));
    if (!amounts.classB) return amounts;
    // A part of the eligible costs; now and then more than they are, which is refused.
    return { ...amounts, classB: formatMoney(Math.floor(((parseMoney(amounts.eligible ?? '') ?? 0) / 100) * part)) };
  });
};

describe.each(estimates)('the estimate of $name', ({ city, graph }) => {
  const complete = [...everyAnswer(graph)];
  const plain = complete.filter((answers) => unknownQuestions(graph, answers).length === 0);

  it('a range contains every single answer, and its ends are two of them', () => {
    const counts = { computed: 0, range: 0, notComputable: 0, error: 0 };
    always(fc.tuple(fc.constantFrom(...complete), amountsArb(graph), yearArb), ([answers, amounts, year]) => {
      const [date, who] = [`${year}-12-31`, { birthDate: `${year}-01-01` }];
      const result = estimate(city.rules, city.policy, situationsOf(graph, answers, amounts, date, who));
      counts[result.kind]++;
      const unsure = new Set(unknownQuestions(graph, answers).map(({ id }) => id));
      const singles = plain
        .filter((o) => Object.keys(o).every((id) => unsure.has(id) || !(id in answers) || o[id] === answers[id]))
        .flatMap((one) => situationsOf(graph, one, amounts, date, who))
        .map((bill) => settleBill(city.rules, city.policy, bill));
      expect(singles.length).toBeGreaterThan(0);
      if (result.kind === 'notComputable' || result.kind === 'error') {
        expect(singles).toContainEqual(result);
        return;
      }
      const [low, high] =
        result.kind === 'range'
          ? [result.low.outcome, result.high.outcome]
          : ([result.outcome, result.outcome] as const);
      // What cannot be computed is left out of a range as long as something else can.
      const computed = singles.filter((one) => one.kind === 'computed');
      const selves = computed.map((one) => one.self);
      expect(Math.min(...selves)).toBe(low.self);
      expect(Math.max(...selves)).toBe(high.self);
      if (result.kind === 'computed') {
        expect(new Set(computed.map((one) => one.fund)).size).toBe(1);
      }
    });
    console.log(`${city.id}: ${JSON.stringify(counts)}`);
    expect(counts.range).toBeGreaterThan(RUNS / 20);
    expect(counts.computed).toBeGreaterThan(RUNS / 10);
  });

  it('an answer that says "不清楚" gets a figure or a range wherever some meaning of it can be computed', () => {
    const refused = complete.filter((answers) => {
      const bills = situationsOf(graph, answers, { eligible: '1000' }, '2025-12-31', { birthDate: '2025-01-01' });
      if (bills.length < 2) return false;
      const kinds = bills.map((bill) => settleBill(city.rules, city.policy, bill).kind);
      return kinds.includes('computed') && estimate(city.rules, city.policy, bills).kind === 'notComputable';
    });
    expect(refused.map((answers) => writeAnswers(answers).toString())).toEqual([]);
  });

  it('only the amounts that are asked for count, and what nobody is asked for where it applies', () => {
    always(fc.tuple(fc.constantFrom(...plain), amountsArb(graph)), ([answers, amounts]) => {
      const fields = [...graph.costs.fields, ...graph.used.fields];
      const quiet = fields.filter((field) => field.quiet && applies(field.when, answers));
      const asked = new Set([...askedFields(fields, answers), ...quiet].map(({ id }) => id));
      expect(askedFields(fields, answers).filter((field) => field.quiet)).toEqual([]);
      const only = Object.fromEntries(Object.entries(amounts).filter(([id]) => asked.has(id)));
      expect(situationsOf(graph, answers, amounts, '2025-12-31', { birthDate: '2025-01-01' })).toEqual(
        situationsOf(graph, answers, only, '2025-12-31', { birthDate: '2025-01-01' }),
      );
    });
  });
});

describe('money as it is typed', () => {
  const wide = (text: string) =>
    text.replace(/[0-9.,]/g, (c) =>
      c === '.' ? '．' : c === ',' ? '，' : String.fromCharCode(c.charCodeAt(0) + 0xfee0),
    );
  const grouped = (text: string) => text.replace(/\B(?=(\d{3})+(\.|$))/g, ',');
  const styles: ((text: string) => string)[] = [
    (t) => t,
    (t) => `¥${t}`,
    (t) => `￥ ${grouped(t)}`,
    (t) => `${grouped(t)} 元`,
    (t) => wide(grouped(t)),
    (t) => ` ${t}\t`,
    (t) => `00${t}`,
    (t) => t.replace(/^0(?=\.)/, ''),
    (t) => t.replace(/\.00$/, '.'),
    (t) => t.replace(/\.00$/, ''),
    (t) => t.replace('.', '。'),
  ];

  it('is the amount it was made from, however it is dressed', () => {
    const fen = fc.oneof(fenArb, fc.integer({ min: 0, max: MAX_FEN }));
    always(
      fc.tuple(fen, fc.constantFrom(...styles)),
      ([amount, style]) => {
        const typed = style(formatMoney(amount));
        expect(parseMoney(cleanAmount(typed)), typed).toBe(amount);
      },
      RUNS * 5,
    );
  });

  it('written and read back is the same, to the last fen', () => {
    always(
      fc.integer({ min: 0, max: MAX_FEN }),
      (amount) => expect(parseMoney(formatMoney(amount))).toBe(amount),
      RUNS * 5,
    );
    expect(parseMoney(formatMoney(MAX_FEN + 1))).toBeUndefined();
  });

  it('that is no amount stays none: nothing negative, no third decimal, no exponent', () => {
    const junk = fc.oneof(
      fc.string({ maxLength: 12 }),
      fc.string({ unit: fc.constantFrom(...'0123456789.-+eE,，。 ¥元x'), maxLength: 12 }),
    );
    always(
      junk,
      (typed) => {
        const fen = parseMoney(cleanAmount(typed));
        if (fen === undefined) return;
        expect(Number.isSafeInteger(fen) && fen >= 0 && fen <= MAX_FEN).toBe(true);
        expect(typed).not.toMatch(/[-+eEx]/);
        // Cleaning what is clean changes nothing.
        expect(cleanAmount(cleanAmount(typed))).toBe(cleanAmount(typed));
      },
      RUNS * 5,
    );
  });
});
