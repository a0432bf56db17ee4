/** What the estimate can take from the child: the rules and the ledger come only where something was said. */
import { loadCity } from '#cities';
import { answersOf, childFacts, whoIs } from '#journeys';
import type { Child } from '#platform';
import type { IsoDate } from '#policy/types.ts';
import { ledgerDoor } from './from-ledger.ts';
import type { Known, Walked } from './types.ts';

export async function fromChild(city: string, graph: Walked, child: Child, today: IsoDate): Promise<Known> {
  const module = await loadCity(city);
  if (!module) return { answers: {}, who: {} };
  const who = whoIs(city, child, today);
  return {
    answers: answersOf(graph, childFacts(module, child, today)),
    who,
    ledger: await ledgerDoor({ ...module, graph: graph.settledBy ?? graph }, graph, child.id, who, today),
  };
}
