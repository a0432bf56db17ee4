import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { advance } from './spring.ts';

/** As antd-mobile's mask and popup ask for it. */
const mask = { precision: 0.01, mass: 1, tension: 250, friction: 30, clamp: true };
const popup = { precision: 0.1, mass: 0.4, tension: 300, friction: 30 };

/** Position after each frame, until it rests. */
function frames(from: number, goal: number, config: typeof popup, lengths: number[]): number[] {
  const seen: number[] = [];
  let moment = { position: from, velocity: 0 };
  for (let i = 0; i < 2000; i += 1) {
    const next = advance(moment, goal, lengths[i % lengths.length] ?? 16, config);
    seen.push(next.position);
    if (next.resting) return seen;
    moment = next;
  }
  throw new Error('it never rests');
}

const lengths = fc.array(fc.integer({ min: 1, max: 64 }), { minLength: 1, maxLength: 20 });
const ends = fc.tuple(fc.constantFrom(0, 1, 100), fc.constantFrom(0, 1, 100)).filter(([a, b]) => a !== b);

describe('the spring behind the half-screen', () => {
  it('comes to rest exactly at its goal, whatever the frames are', () => {
    fc.assert(
      fc.property(fc.constantFrom(mask, popup), ends, lengths, (config, [from, goal], ms) => {
        expect(frames(from, goal, config, ms).at(-1)).toBe(goal);
      }),
    );
  });

  it('never leaves the way between both ends: the ground is clamped, the popup is damped enough', () => {
    fc.assert(
      fc.property(fc.constantFrom(mask, popup), ends, lengths, (config, [from, goal], ms) => {
        const [low, high] = [Math.min(from, goal) - config.precision, Math.max(from, goal) + config.precision];
        expect(frames(from, goal, config, ms).filter((at) => at < low || at > high)).toEqual([]);
      }),
    );
  });

  it('takes as long as the original: the popup about a third of a second, the ground half of one', () => {
    expect(frames(100, 0, popup, [1]).length).toBeGreaterThan(200);
    expect(frames(100, 0, popup, [1]).length).toBeLessThan(700);
    expect(frames(0, 1, mask, [1]).length).toBeLessThan(700);
  });
});
