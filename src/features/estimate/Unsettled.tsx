import { optionsOf, type Situation } from '#journeys';
import { Notice, refusalWords, withoutBrackets } from '#ui';
import type { Answered } from './result.ts';
import type { Journey } from './types.ts';

/** What "不清楚" may mean besides, though nothing is known of it: it is in none of the amounts above. */
export function Unsettled({ journey, answered }: { journey: Journey; answered: Answered }) {
  const { estimate, situations } = answered;
  if (!('unsettled' in estimate)) return null;
  const all = estimate.unsettled.map(({ index, reason }) => {
    const { title, ask } = refusalWords(reason, `${journey.year} 年`);
    return `如果${meant(journey, situations[index])}：${title}，上面没有算进去。${ask}`;
  });
  return [...new Set(all)].map((text) => <Notice key={text}>{text}</Notice>);
}

/** What the unknown answers were taken for, in the words of the options. */
export function meant({ graph, answers }: Journey, situation: Situation | undefined): string {
  if (!situation) return '';
  return graph.questions
    .filter((q) => situation.answers[q.id] !== answers[q.id] && q.id in situation.answers)
    .map((q) => {
      const option = optionsOf(q, situation.answers).find((o) => o.value === situation.answers[q.id]);
      return `${q.short}“${withoutBrackets(option?.label ?? '')}”`;
    })
    .join('，');
}
