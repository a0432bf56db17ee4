/** Why the insurance paid less than one may have thought: pieces of the own payment, and what would have cost less. Pure. */
import { addRates, type Fen, parseMoney, type Settled, timesRate, type Visit } from '#engine';
import { applies, nextQuestion, validAnswers } from '#journeys';
import type { Cause, OwnPart } from '#policy/types.ts';
import { answer } from './result.ts';
import { type Asked, canHave, type WayDeed, wayOf } from './ways.ts';

/** A piece of what the family pays. */
export interface Piece {
  part: OwnPart;
  line?: 'consultation' | 'critical';
  amount: Fen;
}

export interface FoundCause {
  id: string;
  text: string;
  /** `own`: so much was not paid here by the basic insurance. `more`: so much more than otherwise. */
  kind: 'own' | 'more';
  amount: Fen;
  /** What would have changed it, if anything can: what the other way takes, else what the city's data say. */
  deed?: WayDeed;
}

/**
 * What the family pays, taken apart by the trace. The pieces, those of the second layer's limit left out, add up to the own
 * payment and what the second layer pays of it.
 */
export function piecesOf({ steps }: Settled, { excluded }: Visit): Piece[] {
  const pieces: Piece[] = [{ part: 'excluded', amount: parseMoney(excluded) ?? 0 }];
  for (const step of steps) {
    const line = step.line === 'consultation' || step.line === 'critical' ? { line: step.line } : {};
    const add = (part: OwnPart, amount: Fen) => pieces.push({ part, amount, ...line });
    switch (step.op) {
      case 'firstShare':
      case 'deductible':
        add(step.op, step.taken);
        break;
      case 'uncovered':
        add('uncovered', step.cost);
        break;
      case 'rate': {
        const { base, rate, points, result } = step;
        const whole = timesRate(base, points ? addRates(rate.rate, points.rate) : rate.rate);
        add('share', base - whole);
        add('factor', whole - result);
        break;
      }
      case 'cap':
        add('limit', step.amount - step.result);
        break;
    }
  }
  return pieces.filter(({ amount }) => amount > 0);
}

/** What this piece of data is about, if it is there. */
export const pieceOf = (cause: Cause, pieces: readonly Piece[]): Piece | undefined =>
  pieces.find(({ part, line }) => part === cause.part && line === cause.line);

interface Otherwise {
  self: Fen;
  deeds: WayDeed[];
}

/** What the family would pay the way a cause names, and what that takes; `undefined` where this child could not go it. */
function otherwise(asked: Asked, { instead }: Cause): Otherwise | undefined {
  const { city, graph, answers, amounts, year, today } = asked;
  if (instead === 'minor') {
    const { estimate } = answer(city, graph, answers, amounts, year, today);
    return estimate.kind === 'computed' ? { self: estimate.outcome.self, deeds: [] } : undefined;
  }
  const open = (instead ?? []).map((other) => validAnswers(graph, { ...answers, ...other }));
  const chosen = open.find((other) => !nextQuestion(graph, other) && canHave(asked, other));
  return chosen && wayOf(asked, chosen);
}

/** The causes of this very result, the weightiest first. They overlap, so they are not to be added up. */
export function causesOf(asked: Asked, outcome: Settled, visit: Visit): FoundCause[] {
  const pieces = piecesOf(outcome, visit);
  const found = asked.words.causes.flatMap((cause): FoundCause[] => {
    if (!applies(cause.when, asked.answers)) return [];
    const { id, text } = cause;
    const other = otherwise(asked, cause);
    const more = outcome.self - (other?.self ?? outcome.self);
    const own = pieceOf(cause, pieces)?.amount ?? 0;
    if (more <= 0 && own === 0) return [];
    // Where the other way comes to the same, as at a limit that is used up either way, going it would have changed nothing.
    const deed = other && more <= 0 ? undefined : (other?.deeds[0] ?? cause.deed);
    const weight = more > 0 ? ({ kind: 'more', amount: more } as const) : ({ kind: 'own', amount: own } as const);
    return [{ id, text, ...weight, ...(deed && { deed }) }];
  });
  return found.sort((a, b) => b.amount - a.amount);
}
