/**
 * What the family pays over the bill, for a few ways. Between its corners a curve is straight but for rounding, so corners are all
 * that is drawn; they are where the engine has them, found to the fen by what the trace says is in force. Pure.
 */
import {
  type CityRules,
  type Fen,
  formatMoney,
  MAX_FEN,
  type Policy,
  parseMoney,
  type Settled,
  settleBill,
} from '#engine';
import type { Situation } from '#journeys';
import { roundUp } from '#ui';
import { groupsOf, leanest, type Way } from '../ways.ts';

type City = { rules: CityRules; policy: Policy };

export type CornerKind = 'deductible' | 'limit' | 'critical' | 'criticalMore' | 'criticalLimit' | 'classB';

export interface Point {
  x: Fen;
  y: Fen;
}

/** The first fen at which something else is in force. */
export interface Corner extends Point {
  kind: CornerKind;
}

export interface Curve {
  way: Way;
  points: Point[];
  corners: Corner[];
  /** To the fen, by the engine. */
  at: (eligible: Fen) => Fen;
}

/** Most lines a picture holds. */
export const LINES = 5;
/** Stretches that are looked at one by one for corners. */
const STRETCHES = 24;

/** Up to four round ends of the axis: the first a little beyond the bill, the last far beyond; none is more than a bill can be. */
export function endsFor(bill: Fen): Fen[] {
  let last = roundUp(Math.max(bill * 1.2, 200_00));
  const all = [Math.min(last, MAX_FEN)];
  for (const times of [1.5, 1.5, 4]) {
    last = roundUp(last * times);
    if (last <= 2_000_000_00) all.push(last);
  }
  return all;
}

/** The bill with other eligible costs; class-B items are a part of them and grow no larger. */
function billWith({ member, visit, used }: Situation, eligible: Fen) {
  const classB = Math.min(parseMoney(visit.classB) ?? 0, eligible);
  return { member, used, visit: { ...visit, eligible: formatMoney(eligible), classB: formatMoney(classB) } };
}

/** What the engine makes of this way at so much of eligible costs. */
export function settledAt({ rules, policy }: City, { situation }: Way, eligible: Fen): Settled {
  const outcome = settleBill(rules, policy, billWith(situation, eligible));
  if (outcome.kind !== 'computed') throw new Error(`a way without an amount: ${outcome.kind}`);
  return outcome;
}

/** What is in force: each kind of corner, and how often it has been passed. */
type Force = Record<CornerKind, number>;

function forceOf({ steps }: Settled, eligible: Fen, classB: Fen): Force {
  const force: Force = { deductible: 0, limit: 0, critical: 0, criticalMore: 0, criticalLimit: 0, classB: 0 };
  force.classB = eligible >= classB ? 1 : 0;
  for (const step of steps) {
    if (step.op === 'deductible' && step.result > 0) force.deductible = 1;
    if (step.op === 'cap' && step.result < step.amount) force[step.line === 'critical' ? 'criticalLimit' : 'limit'] = 1;
    if (step.op === 'secondLayer') {
      const reached = step.brackets.filter(({ over }) => step.ownAfter > over.fen).length;
      force.critical = Math.min(reached, 1);
      force.criticalMore = Math.max(reached - 1, 0);
    }
  }
  return force;
}

const KINDS: readonly CornerKind[] = ['limit', 'criticalLimit', 'criticalMore', 'critical', 'deductible', 'classB'];
const changed = (a: Force, b: Force): CornerKind | undefined => KINDS.find((kind) => a[kind] !== b[kind]);

/** The curve of a way from nothing to `end`. */
export function curveOf(city: City, way: Way, end: Fen): Curve {
  const classB = parseMoney(way.situation.visit.classB) ?? 0;
  const at = (x: Fen) => settledAt(city, way, x).self;
  const look = (x: Fen) => {
    const outcome = settledAt(city, way, x);
    return { x, y: outcome.self, force: forceOf(outcome, x, classB) };
  };
  type Look = ReturnType<typeof look>;
  const corners: Corner[] = [];
  const points: Point[] = [];
  const refine = (a: Look, b: Look): void => {
    const kind = changed(a.force, b.force);
    if (kind === undefined) return;
    if (b.x - a.x <= 1) {
      points.push({ x: a.x, y: a.y });
      corners.push({ x: b.x, y: b.y, kind });
      return;
    }
    const middle = look(Math.floor((a.x + b.x) / 2));
    refine(a, middle);
    refine(middle, b);
  };
  let last = look(0);
  points.push({ x: last.x, y: last.y });
  for (let part = 1; part <= STRETCHES; part++) {
    const next = look(Math.round((end * part) / STRETCHES));
    refine(last, next);
    last = next;
  }
  points.push({ x: last.x, y: last.y });
  return { way, points, corners, at };
}

const same = (a: Curve, b: Curve): boolean => JSON.stringify(a.points) === JSON.stringify(b.points);

/**
 * The ways to draw: the reader's own, the cheapest, then those that change one thing, then the rest; never the same line twice. In the
 * order of what they cost, the reader's own first.
 */
export function chosenCurves(city: City, ways: readonly Way[], end: Fen): Curve[] {
  const [best, ...more] = groupsOf(ways).flatMap((group) => leanest(group.ways));
  const order = [
    ...ways.filter(({ mine }) => mine),
    ...(best ? [best] : []),
    ...more.sort((a, b) => a.changed.length - b.changed.length || a.self - b.self),
  ];
  const curves: Curve[] = [];
  for (const way of order) {
    if (curves.length === LINES) break;
    const curve = curveOf(city, way, end);
    if (!curves.some((one) => same(one, curve))) curves.push(curve);
  }
  return curves.sort((a, b) => Number(b.way.mine) - Number(a.way.mine) || a.way.self - b.way.self);
}
