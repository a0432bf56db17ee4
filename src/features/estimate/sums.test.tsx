import { renderToStaticMarkup } from 'react-dom/server';
import { StaticRouter } from 'react-router';
import { describe, expect, it } from 'vitest';
import { cities, loadCity, loadEstimate } from '#cities';
import { formatMoney, parseMoney } from '#engine';
import { everyAnswer, withoutUnknowns } from '#journeys';
import { group, UiProvider, type UiServices } from '#ui';
import { HowComputed } from './HowComputed.tsx';
import { answer } from './result.ts';
import { stepLines } from './share.ts';

/** Always the same numbers: a small linear generator. */
function* numbers(seed: number): Generator<number> {
  let state = seed;
  for (;;) {
    state = (state * 1_664_525 + 1_013_904_223) % 2 ** 32;
    yield state / 2 ** 32;
  }
}

const fen = (drawn: string): number => parseMoney(drawn.replace(/[¥,]/g, '')) ?? Number.NaN;

/** The amounts of the list 谁付多少 as drawn. */
function drawnAmounts(html: string): number[] {
  const [, list = ''] = /<ul[^>]*aria-label="谁付多少">(.*?)<\/ul>/s.exec(html) ?? [];
  return Array.from(list.matchAll(/>(¥[\d,]+\.\d\d)</g), ([, text = '']) => fen(text));
}

/** What drawing asks for; nothing is opened. */
const services = {
  evidence: async () => undefined,
  version: { build: '', policyDate: '' },
} satisfies Partial<UiServices> as unknown as UiServices;

describe('A09 what is drawn adds up', () => {
  it.each(cities.map(({ id }) => id))('%s: 200 random bills, to the fen', async (id) => {
    const city = await loadCity(id);
    const graph = await loadEstimate(id);
    if (!city || !graph) throw new Error(id);
    const ways = [...everyAnswer(graph)].filter((answers) => [...withoutUnknowns(graph, answers)].length === 1);
    const random = numbers(2026);
    const next = () => random.next().value as number;
    let seen = 0;
    for (let tries = 0; seen < 200 && tries < 2000; tries++) {
      const answers = ways[Math.floor(next() * ways.length)] ?? {};
      const amounts = {
        eligible: (10 ** (1 + next() * 5)).toFixed(2),
        excluded: (next() * 3000).toFixed(2),
        own: (next() * 40_000).toFixed(2),
      };
      const { estimate } = answer(city, graph, answers, amounts, 2026, '2026-11-22');
      if (estimate.kind !== 'computed') continue;
      seen += 1;
      // What a picture of it says leads to the sum at its head, by no equation that is none.
      const { fund, critical } = estimate.outcome;
      const lines = stepLines(estimate.outcome);
      expect(lines.length).toBeLessThanOrEqual(5);
      expect(lines.slice(-1).join()).toMatch(new RegExp(` ${group(formatMoney(fund + critical))}$`));
      expect(lines.join()).not.toMatch(/已用 [\d,.]+ =/);
      const html = renderToStaticMarkup(
        <StaticRouter location="/">
          <UiProvider services={services}>
            <HowComputed city={id} outcome={estimate.outcome} />
          </UiProvider>
        </StaticRouter>,
      );
      const parts = drawnAmounts(html);
      const total = parts.pop() ?? Number.NaN;
      expect(parts.reduce((sum, part) => sum + part, 0)).toBe(total);
      expect(total).toBe((parseMoney(amounts.eligible) ?? 0) + (parseMoney(amounts.excluded) ?? 0));
    }
    expect(seen).toBe(200);
  });
});
