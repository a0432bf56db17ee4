/** What the estimate can take from the child: the rules come only where something was said. */
import { loadCity } from '#cities';
import { answersOf, birthOf, childFacts, type Said } from '#journeys';
import type { EstimateGraph, IsoDate } from '#policy/types.ts';

export async function fromChild(city: string, graph: EstimateGraph, said: Said, today: IsoDate) {
  const module = await loadCity(city);
  const birthDate = birthOf(said, today);
  return {
    answers: module ? answersOf(graph, childFacts(module, said, today)) : {},
    ...(birthDate && { birthDate }),
  };
}
