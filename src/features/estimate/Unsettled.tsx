import { optionsOf, type Situation } from '#journeys';
import { Notice, refusalWords, withoutBrackets } from '#ui';
import type { Answered } from './result.ts';
import type { Journey } from './types.ts';

/** What "不清楚" may mean besides, though nothing is known of it: it is in none of the amounts above. */
export function Unsettled({ journey, answered }: { journey: Journey; answered: Answered }) {
  const { estimate, situations } = answered;
  if (!('unsettled' in estimate)) return null;
  const reasons = new Set(estimate.unsettled.map(({ reason }) => reason));
  const all = [...reasons].flatMap((reason) => {
    const these = estimate.unsettled.flatMap((one) => (one.reason === reason ? (situations[one.index] ?? []) : []));
    const { title, ask } = refusalWords(reason, `${journey.year} 年`);
    return told(journey, situations, these).map((when) => `如果${when}：${title}，上面没有算进去。${ask}`);
  });
  return [...new Set(all)].map((text) => <Notice key={text}>{text}</Notice>);
}

/** When it is so: by the answers that these have and no other has, where that says it; else one by one. */
function told(journey: Journey, situations: readonly Situation[], these: readonly Situation[]): string[] {
  const has = (one: Situation, id: string) => one.answers[id] === these[0]?.answers[id];
  const shared = journey.graph.questions.map(({ id }) => id).filter((id) => these.every((one) => has(one, id)));
  const only = situations.every((one) => these.includes(one) || shared.some((id) => !has(one, id)));
  const texts = these.map((one) => meant(journey, one, only ? shared : undefined));
  return texts.some((text) => text === '') ? these.map((one) => meant(journey, one)) : texts;
}

/** What the unknown answers, or some of them, were taken for, in the words of the options. */
export function meant({ graph, answers }: Journey, situation: Situation | undefined, some?: readonly string[]): string {
  if (!situation) return '';
  return graph.questions
    .filter((q) => situation.answers[q.id] !== answers[q.id] && q.id in situation.answers)
    .filter((q) => !some || some.includes(q.id))
    .map((q) => {
      const option = optionsOf(q, situation.answers).find((o) => o.value === situation.answers[q.id]);
      return `${q.short}“${withoutBrackets(option?.label ?? '')}”`;
    })
    .join('，');
}
