/** What the questions of a city can take from the child: the rules come only where something was said. */
import { loadCity } from '#cities';
import { type Answers, answersOf, childFacts, type Said } from '#journeys';
import type { Graph, IsoDate } from '#policy/types.ts';

export async function fromChild(city: string, graph: Graph, said: Said, today: IsoDate): Promise<Answers> {
  const module = await loadCity(city);
  return module ? answersOf(graph, childFacts(module, said, today)) : {};
}
