/**
 * What of a page's tasks is its own work. Lighthouse's simulated throttling takes each task as long as it lasted on the clock, four
 * times; on a machine whose cores the browser's other processes, the server and Lighthouse itself want too, a task also waits for a core.
 */
import { CPU } from './host.ts';

/** An event of a trace; times in µs. `tdur`: how long the thread had a core. */
export interface TraceEvent {
  name: string;
  ph: string;
  pid: number;
  tid: number;
  ts: number;
  dur?: number;
  tdur?: number;
}

/** A task above this keeps a finger waiting, in µs. */
const LONG = 50_000;

export interface Blocked {
  clock: number;
  core: number;
}

/** Blocking time of the main thread after the first paint, `CPU` times slower, in ms: by the clock, and by the time it had a core. */
export function blocked(events: readonly TraceEvent[]): Blocked {
  const paint = events.filter(({ name }) => name === 'firstContentfulPaint').at(-1);
  if (!paint) return { clock: Number.NaN, core: Number.NaN };
  const tasks = events.filter(
    ({ name, ph, pid, tid, ts }) =>
      ph === 'X' && /RunTask$/.test(name) && pid === paint.pid && tid === paint.tid && ts > paint.ts,
  );
  const over = (pick: (one: TraceEvent) => number | undefined) =>
    tasks.reduce((sum, task) => sum + Math.max(0, (pick(task) ?? 0) * CPU - LONG), 0) / 1000;
  return { clock: over(({ dur }) => dur), core: over(({ tdur }) => tdur) };
}
