/**
 * From which yearly spending on the dearer tier pays. The answer is searched with the engine over whole fen, never by a formula
 * of its own: limits, deductibles and the second layer bend the line more than once. Pure.
 */
import type { CityModule, ToolClinic } from '#cities';
import { DEFAULT_MEMBER, type Fen, LEVELS, type Level, makeDate, type Tier, type Visit } from '#engine';
import { roundUp } from '#ui';
import { settle, visitOf } from '../stay.ts';

export const SCENES = ['inpatient', 'outpatient', 'both'] as const;

export interface Scene {
  kind: (typeof SCENES)[number];
  stayLevel: Level;
  /** Where outpatient care is had; none in a stay alone. */
  clinic?: ToolClinic;
  /** In `both`: the year's outpatient spending that stands beside the stay. */
  outpatient: Fen;
}

/** What the insurance pays under each tier, the second layer with it. */
export interface Benefit {
  one: Fen;
  two: Fen;
  /** How much more the second layer pays under the cheaper tier. */
  secondLayer: Fen;
}

/** A stretch of spending on which the dearer tier pays, both ends included; without `to`: as far as was searched. */
export interface Stretch {
  from: Fen;
  to?: Fen;
}

const YUAN = 100;
/** As far as is searched: one million yuan a year. */
export const SEARCH_TO: Fen = 1_000_000 * YUAN;
/** Steps of the search: fine where a family's bills are, wider above. */
const STEPS: { to: Fen; step: Fen }[] = [
  { to: 30_000 * YUAN, step: 200 * YUAN },
  { to: 200_000 * YUAN, step: 2_000 * YUAN },
  { to: SEARCH_TO, step: 10_000 * YUAN },
];

/** What both tiers pay for a child of the year, enrolled on its own, who spends so much (in the scope of the insurance). */
export function benefitOf(city: CityModule, year: number, scene: Scene): (spend: Fen) => Benefit | undefined {
  const date = makeDate(year, 1, 1);
  const outpatient = (fen: Fen): Visit =>
    visitOf(date, { care: 'outpatient', level: 'primary', ...scene.clinic?.visit }, fen);
  const stay = (fen: Fen): Visit => visitOf(date, { care: 'inpatient', level: scene.stayLevel }, fen);
  const visits = (spend: Fen): Visit[] => {
    if (scene.kind === 'outpatient') return [outpatient(spend)];
    // Nobody is in hospital for nothing.
    const stays = spend > 0 ? [stay(spend)] : [];
    return scene.kind === 'both' ? [outpatient(scene.outpatient), ...stays] : stays;
  };
  const paid = (tier: Tier, spend: Fen) =>
    settle(city, { ...DEFAULT_MEMBER, tier, birthDate: date }, visits(spend))?.reduce(
      (sum, { fund, critical }) => ({ all: sum.all + fund + critical, critical: sum.critical + critical }),
      { all: 0, critical: 0 },
    );
  const known = new Map<Fen, Benefit | undefined>();
  return (spend) => {
    if (!known.has(spend)) {
      const one = paid(1, spend);
      const two = paid(2, spend);
      known.set(spend, one && two && { one: one.all, two: two.all, secondLayer: one.critical - two.critical });
    }
    return known.get(spend);
  };
}

/** How much more the dearer tier pays. */
export const gainOf = (benefit: Benefit | undefined): Fen => (benefit ? benefit.two - benefit.one : 0);

function samples(): Fen[] {
  const all: Fen[] = [];
  let fen = 0;
  for (const { to, step } of STEPS) for (; fen < to; fen += step) all.push(fen);
  return [...all, SEARCH_TO];
}

/** Rounding makes the line waver by a fen near its ends: so many fen around a found end are looked at one by one. */
const WAVER = 200;

/** The first fen in (low, high] from which on all is as at `high`; at `low` it is not. */
function turnIn(holds: (fen: Fen) => boolean, low: Fen, high: Fen): Fen {
  const wanted = holds(high);
  let before = low;
  let after = high;
  while (after - before > 1) {
    const mid = Math.floor((before + after) / 2);
    if (holds(mid) === wanted) after = mid;
    else before = mid;
  }
  for (let fen = Math.min(SEARCH_TO, after + WAVER); fen > after; fen -= 1) if (holds(fen) !== wanted) return fen + 1;
  return after;
}

/** Every stretch on which `gain` reaches `extra` and stays there, to the fen. */
export function stretches(gain: (spend: Fen) => Fen, extra: Fen): Stretch[] {
  const holds = (fen: Fen) => gain(fen) >= extra;
  const found: Stretch[] = [];
  let from: Fen | undefined;
  let last = 0;
  for (const fen of samples()) {
    const now = holds(fen);
    if (now && from === undefined) from = fen === 0 ? 0 : turnIn(holds, last, fen);
    else if (!now && from !== undefined) {
      found.push({ from, to: turnIn(holds, last, fen) - 1 });
      from = undefined;
    }
    last = fen;
  }
  if (from !== undefined) found.push({ from });
  return found;
}

/** The largest gain as far as is searched. */
export const largest = (gain: (spend: Fen) => Fen): Fen =>
  samples().reduce((most, fen) => Math.max(most, gain(fen)), 0);

/** The least of the searched spendings that fills the outpatient limit of both tiers: more brings no more. */
export function fillsOutpatient(benefit: (spend: Fen) => Benefit | undefined): Fen {
  const end = benefit(SEARCH_TO);
  const filled = samples().find((fen) => {
    const now = benefit(fen);
    return now?.one === end?.one && now?.two === end?.two;
  });
  return filled ?? 0;
}

/** The end of the picture's axis: well beyond the break-even, or where outpatient care brings no more. */
export function axisEnd(found: readonly Stretch[], scene: Scene, benefit: (spend: Fen) => Benefit | undefined): Fen {
  const first = found[0]?.from;
  if (first !== undefined) return roundUp(Math.max(first * 1.6, 1_000 * YUAN));
  return scene.kind === 'outpatient' ? roundUp(fillsOutpatient(benefit) * 1.3) : SEARCH_TO;
}

const oneOf = <T extends string>(all: readonly T[], text: string | null, fallback: T): T =>
  all.find((one) => one === text) ?? fallback;

/** What a link asks for; what it leaves out is a stay, the way most bills of that size come. */
export function sceneOf(module: CityModule, year: number, search: string, clinics: readonly ToolClinic[]): Scene {
  const query = new URLSearchParams(search);
  const clinic = clinics.find(({ visit }) => visit.level === query.get('clinic')) ?? clinics[0];
  const scene: Scene = {
    kind: clinic ? oneOf(SCENES, query.get('care'), 'inpatient') : 'inpatient',
    stayLevel: oneOf(LEVELS, query.get('level'), 'tertiary'),
    ...(clinic && { clinic }),
    outpatient: 0,
  };
  if (scene.kind !== 'both') return scene;
  return { ...scene, outpatient: fillsOutpatient(benefitOf(module, year, { ...scene, kind: 'outpatient' })) };
}

/** What was searched for a picture, a table and two sentences. */
export interface Seen {
  found: Stretch[];
  /** The largest gain. */
  most: Fen;
  end: Fen;
  /** Where the dearer tier stops to pay, it is the second layer that pays more under the cheaper one. */
  secondLayer: boolean;
  points: { spend: Fen; gain: Fen }[];
  rows: { spend: Fen; one: Fen; two: Fen }[];
}

/** Points of the line, and rows of the table. */
const POINTS = 60;
const ROWS = 4;

export function look(module: CityModule, year: number, scene: Scene, extra: Fen): Seen {
  const benefit = benefitOf(module, year, scene);
  const gain = (spend: Fen) => gainOf(benefit(spend));
  const found = stretches(gain, extra);
  const end = axisEnd(found, scene, benefit);
  const at = (parts: number) => Array.from({ length: parts + 1 }, (_, step) => Math.round((end * step) / parts));
  return {
    found,
    most: largest(gain),
    end,
    secondLayer: (benefit((found[0]?.to ?? 0) + 1)?.secondLayer ?? 0) > 0,
    points: at(POINTS).map((spend) => ({ spend, gain: gain(spend) })),
    rows: at(ROWS)
      .slice(1)
      .flatMap((spend) => {
        const both = benefit(spend);
        return both ? [{ spend, one: both.one, two: both.two }] : [];
      }),
  };
}
