/** The same bill under the other answers a family could do something about. Pure. */
import { type CityRules, estimate, type Fen, type Policy } from '#engine';
import { type Amounts, type Answers, nextQuestion, optionsOf, situationsOf, validAnswers } from '#journeys';
import type { EstimateGraph, IsoDate } from '#policy/types.ts';
import { standInBirthDate } from './result.ts';

export interface Alternative {
  question: string;
  value: string;
  label: string;
  to?: string;
  self: Fen;
}

/**
 * One alternative per other option of the questions marked `compare`, where the answers stay complete with it and give one
 * figure. Those that change what the family pays come first, the cheapest at the top; the others are left out.
 */
export function alternatives(
  city: { rules: CityRules; policy: Policy },
  graph: EstimateGraph,
  answers: Answers,
  amounts: Amounts,
  date: IsoDate,
  self: Fen,
): Alternative[] {
  const birthDate = standInBirthDate(Number(date.slice(0, 4)));
  const found: Alternative[] = [];
  for (const question of graph.questions) {
    if (!question.compare || !(question.id in answers)) continue;
    for (const { value, label, to, unknown, fate } of optionsOf(question, answers)) {
      if (unknown || fate || value === answers[question.id]) continue;
      const other = validAnswers(graph, { ...answers, [question.id]: value });
      if (nextQuestion(graph, other)) continue;
      const result = estimate(city.rules, city.policy, situationsOf(graph, other, amounts, date, birthDate));
      if (result.kind !== 'computed' || result.outcome.self === self) continue;
      found.push({ question: question.id, value, label, self: result.outcome.self, ...(to && { to }) });
    }
  }
  return found.sort((a, b) => a.self - b.self);
}
