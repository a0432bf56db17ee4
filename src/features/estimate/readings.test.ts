import { describe, expect, it } from 'vitest';
import { cities, loadCity, loadEstimate } from '#cities';
import { formatMoney, settleBill } from '#engine';
import {
  type Answers,
  everyAnswer,
  situationsOf,
  unknownQuestions,
  validAnswers,
  type Who,
  withoutUnknowns,
} from '#journeys';
import { spreadOf } from './readings.ts';
import { answer, narrowing } from './result.ts';

const TODAY = '2026-11-22';

async function answered(id: string, given: Answers, amounts: Answers) {
  const [city, graph] = await Promise.all([loadCity(id), loadEstimate(id)]);
  if (!city || !graph) throw new Error(id);
  const answers = validAnswers(graph, given);
  return { city, graph, answers, ...answer(city, graph, answers, amounts, 2026, TODAY) };
}

const words = ({ low, high, most }: { low: number; high: number; most: string }) =>
  `${formatMoney(low)}–${formatMoney(high)} ${most}`;

describe('“不清楚” about a child of whom something is known', () => {
  const given = { care: 'inpatient', place: 'elsewhere', way: 'unsure', level: 'tertiary', stay: 'first' };
  const waysFor = async (way: string, who: Who) => {
    const [city, graph] = await Promise.all([loadCity('shenzhen'), loadEstimate('shenzhen')]);
    if (!city || !graph) throw new Error('shenzhen');
    const answers = validAnswers(graph, { ...given, way });
    const { estimate, situations } = answer(city, graph, answers, { eligible: '10000' }, 2026, TODAY, who);
    return [estimate.kind, ...situations.map((one) => one.answers.way)];
  };

  it('does not mean what its hukou rules out; chosen, it is refused', async () => {
    expect(await waysFor('unsure', {})).toEqual(['range', 'filed', 'referral', 'emergency', 'temporary']);
    expect(await waysFor('unsure', { localHukou: true })).toHaveLength(5);
    expect(await waysFor('unsure', { localHukou: false })).toEqual(['range', 'referral', 'emergency', 'temporary']);
    expect(await waysFor('filed', { localHukou: false })).toEqual(['error', 'filed']);
  });
});

describe('lowest and highest over the readings', () => {
  it('of one figure: a deductible of 600 or of 800', async () => {
    const given = { care: 'inpatient', place: 'local', level: 'tertiary', stay: 'first' };
    const { city, situations } = await answered('shenzhen', given, { eligible: '8000' });
    // (8000 − 600) × 90 % = 6660; (8000 − 800) × 90 % = 6480
    const spread = spreadOf(city, situations);
    expect(spread && words(spread)).toBe('1340.00–1520.00 deductible-2026');
  });

  it('of a range: what is not known and what is disputed, together', async () => {
    const given = { care: 'inpatient', place: 'local', level: 'unsure', stay: 'unsure' };
    const { city, graph, answers, estimate, situations } = await answered('shenzhen', given, { eligible: '8000' });
    if (estimate.kind !== 'range') throw new Error(estimate.kind);
    // later stay, primary: (8000 − 100) × 92 % = 7268; first stay, tertiary: 6660
    expect([estimate.low.outcome.self, estimate.high.outcome.self]).toEqual([732_00, 1340_00]);
    expect(narrowing(graph, answers, situations, estimate.meanings)?.id).toBe('level');
    const spread = spreadOf(city, situations);
    expect(spread && words(spread)).toBe('732.00–1520.00 deductible-2026');
  });

  it('nothing where no reading changes what is paid', async () => {
    const given = { care: 'outpatient', place: 'local', level: 'primary', standing: 'selected' };
    const { city, situations } = await answered('shenzhen', given, { eligible: '300', consultationFee: '10' });
    expect(spreadOf(city, situations)).toBeUndefined();
  });
});

/** A city that is still being built has nothing to compare. */
const found = await Promise.all(cities.map(async ({ id }) => ((await loadEstimate(id)) ? [id] : [])));
const ids = found.flat();

describe.each(ids)('every result of %s', (id) => {
  it('holds every single answer under every reading, and its ends are among them; one question is named', async () => {
    const { city, graph } = await answered(id, {}, {});
    const amounts: Answers = { eligible: '23456.78', consultationFee: '50', outpatient: '2640', own: '9000' };
    let [seen, ranges] = [0, 0];
    for (const answers of [...everyAnswer(graph)].filter((_, place) => place % 3 === 0)) {
      const { estimate, situations, date } = answer(city, graph, answers, amounts, 2026, TODAY);
      if (estimate.kind !== 'computed' && estimate.kind !== 'range') continue;
      const taken = estimate.kind === 'range' ? estimate : { low: estimate, high: estimate };
      const ends = [taken.low.outcome.self, taken.high.outcome.self] as const;
      const spread = spreadOf(city, situations) ?? { low: ends[0], high: ends[1] };
      const singles = [...withoutUnknowns(graph, answers)].flatMap((meant) =>
        situationsOf(graph, meant, amounts, date, { birthDate: '2026-01-01' }).flatMap((bill) =>
          [city.policy, ...city.policy.readings.map((one) => city.policy.under(one.id))].flatMap((policy) => {
            const outcome = settleBill(city.rules, policy, bill);
            return outcome.kind === 'computed' ? [outcome.self] : [];
          }),
        ),
      );
      expect(spread.low).toBe(Math.min(...singles));
      expect(spread.high).toBe(Math.max(...singles));
      seen += singles.length;
      if (estimate.kind !== 'range') continue;
      ranges += 1;
      const question = narrowing(graph, answers, situations, estimate.meanings);
      expect(unknownQuestions(graph, answers)).toContain(question);
    }
    console.log(`${id}: ${seen} single answers, ${ranges} ranges`);
    expect(seen).toBeGreaterThan(200);
    expect(ranges).toBeGreaterThan(20);
  });
});
