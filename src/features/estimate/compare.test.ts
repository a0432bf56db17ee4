import { describe, expect, it } from 'vitest';
import { loadCity, loadEstimate } from '#cities';
import { validAnswers } from '#journeys';
import { alternatives } from './compare.ts';
import { answer } from './result.ts';

async function compared(id: string, given: Record<string, string>, amounts: Record<string, string>) {
  const [city, graph] = await Promise.all([loadCity(id), loadEstimate(id)]);
  if (!city || !graph) throw new Error(id);
  const answers = validAnswers(graph, given);
  const { estimate, date } = answer(city, graph, answers, amounts, 2026, '2026-11-22');
  if (estimate.kind !== 'computed') throw new Error(estimate.kind);
  const all = alternatives(city, graph, answers, amounts, date, estimate.outcome.self);
  return { self: estimate.outcome.self, all: all.map(({ label, self }) => [label.replace(/（.*/, ''), self]), graph };
}

describe('the same bill otherwise', () => {
  it('a temporary stay in another province: filed, referred, and a lower level', async () => {
    const { self, all } = await compared(
      'shenzhen',
      { care: 'inpatient', place: 'elsewhere', way: 'temporary', level: 'tertiary', stay: 'first' },
      { eligible: '12345.67' },
    );
    // (12345.67 − 600) × 90 % × 80 % = 8456.88 paid; filed 10571.10; the second layer begins above 10,000
    expect(self).toBe(1234567 - 845688);
    expect(all).toContainEqual(['办过长期异地居住备案', 1234567 - 1057110]);
    expect(all).toContainEqual(['办过市外转诊手续', 1234567 - 1057110]);
    // An emergency is nothing one chooses.
    expect(all.map(([label]) => label)).not.toContain('急诊抢救');
    // primary: (12345.67 − 200) × 92 % × 80 % = 8939.21
    expect(all).toContainEqual(['一级及以下', 1234567 - 893921]);
    expect(all.map(([, amount]) => amount)).toEqual([...all.map(([, amount]) => Number(amount))].sort((a, b) => a - b));
  });

  it('Chongqing: the other tier, a lower level, with a guardian; nothing that changes nothing', async () => {
    const { self, all } = await compared(
      'chongqing',
      { care: 'inpatient', enrolment: 'independent', tier: 'one', level: 'tertiary' },
      { eligible: '10000' },
    );
    // (10000 − 800) × 55 % = 5060; tier two 60 % = 5520; guardian 50 % = 4600
    expect(self).toBe(494000);
    expect(all).toContainEqual(['二档', 448000]);
    expect(all).toContainEqual(['随监护人参保', 540000]);
    expect(all.every(([, amount]) => amount !== self)).toBe(true);
  });

  it('every remark of the engine has words in each city that can make it', async () => {
    for (const [id, remarks] of [
      ['shenzhen', ['adult', 'fundWarning']],
      ['chongqing', ['adult', 'chronicReplaced']],
    ] as const) {
      const graph = await loadEstimate(id);
      for (const remark of remarks) expect(graph?.remarks[remark], `${id} ${remark}`).toBeTruthy();
    }
  });
});
