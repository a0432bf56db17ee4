import { expect, it } from 'vitest';
import { cities, loadEstimate } from '#cities';
import { everyAnswer } from '#journeys';
import { progressOf, screensOf } from './screens.ts';

it.each(cities.map(({ id }) => id))(
  '%s: a total that is said stays, whatever is answered, and is said in the end',
  async (id) => {
    const graph = await loadEstimate(id);
    if (!graph) throw new Error(id);
    let said = 0;
    let walks = 0;
    for (const answers of everyAnswer(graph)) {
      walks += 1;
      const screens = screensOf(graph, answers);
      const seen = new Set<number>();
      screens.forEach((screen, place) => {
        const before = Object.fromEntries(Object.entries(answers).filter(([id]) => screens.indexOf(id) < place));
        const progress = progressOf(graph, before, screen);
        if (!progress) return;
        said += 1;
        expect(progress.at).toBe(place + 1);
        seen.add(progress.of);
      });
      // The last question may itself decide whether a form follows.
      const form = screens.some((screen) => screen === 'costs' || screen === 'used');
      if (form) expect([...seen]).toEqual(screens.length > 3 ? [screens.length] : []);
      else expect([screens.length]).toEqual(expect.arrayContaining([...seen]));
    }
    expect(said).toBeGreaterThan(walks);
  },
);
