/**
 * Timing by turns: the contestants take slots one after another, so that whatever slows the machine slows them all. What is
 * counted is the processor's time, garbage collection included, so that waiting for a busy machine is not.
 */

/** Something timed: does its work `times` times. */
export interface Timed {
  name: string;
  work(times: number): void | Promise<void>;
}

export const median = (numbers: readonly number[]): number => {
  const sorted = [...numbers].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const high = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? high : ((sorted[middle - 1] ?? Number.NaN) + high) / 2;
};

async function time(timed: Timed, times: number): Promise<number> {
  const start = process.cpuUsage();
  await timed.work(times);
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}

/** How often the work fits a slot. Warms up on the way. */
async function fitting(timed: Timed, slot: number): Promise<number> {
  let times = 1;
  for (;;) {
    const took = await time(timed, times);
    if (took >= slot / 2) return Math.max(1, Math.round((times * slot) / took));
    times = Math.ceil(times * Math.min(8, Math.max(1.5, slot / Math.max(took, slot / 8))));
  }
}

/** Clears up what lies about; needs `node --expose-gc`. */
export const sweep: () => void = (globalThis as { gc?: () => void }).gc ?? (() => undefined);

/**
 * @param slot milliseconds for each turn
 * @param before each turn, not timed
 * @returns for each contestant, by name: milliseconds for one piece of work, in every round
 */
export async function takeTurns(
  all: readonly Timed[],
  rounds: number,
  slot: number,
  before: () => void = () => undefined,
): Promise<Map<string, number[]>> {
  const results = new Map<string, number[]>(all.map(({ name }) => [name, []]));
  const times = new Map<Timed, number>();
  for (const timed of all) {
    await fitting(timed, slot * 4);
    times.set(timed, await fitting(timed, slot));
  }
  for (let round = 0; round < rounds; round++) {
    for (const timed of all) {
      const often = times.get(timed) ?? 1;
      before();
      results.get(timed.name)?.push((await time(timed, often)) / often);
    }
  }
  return results;
}

/** The median over the rounds of `a ÷ b`, each round's two turns side by side. */
export function ratio(results: Map<string, number[]>, a: string, b: string): number {
  const [above = [], below = []] = [results.get(a), results.get(b)];
  return median(above.map((ms, round) => ms / (below[round] ?? Number.NaN)));
}
