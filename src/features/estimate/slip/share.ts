/** What a slip check says when it is shared: without amounts, and with them where that is ticked. */
import { askedFields, queryOf, type SlipCheck } from '#journeys';
import type { SharedPart, ShareOffer } from '#ui';
import { cleaned } from '../amounts.ts';
import type { Journey } from '../types.ts';
import { withoutLedger } from '../use-ledger.ts';
import { detail, headline, LINES, lessOrMore } from './words.ts';

export function slipOffer(whole: Journey, check: SlipCheck | undefined): ShareOffer {
  const journey = withoutLedger(whole);
  const { graph, answers, year, amounts } = journey;
  const plain: SharedPart = {
    topic: graph.title,
    year: String(year),
    query: queryOf(answers, { at: 'costs', year }).slice(1),
    answer: '填上结算单的几行，就知道哪一行和规定不一样、最可能为什么。',
    how: ['先答看病的情形。', '再照单子填几行金额，金额只留在自己的手机上。', '看差多少、一个个原因试着算。'],
  };
  // What a check that starts from the ledger finds, it says of earlier visits, too.
  if (journey !== whole) return { plain };
  if (!check || (check.kind !== 'agrees' && check.kind !== 'differs')) return { plain };
  const asked = [...askedFields(graph.costs.fields, answers), ...askedFields(graph.used.fields, answers)];
  const typed = cleaned(amounts);
  const query = new URLSearchParams(queryOf(answers, { at: 'result', year }));
  for (const { id } of asked) if (typed[id]) query.set(id, typed[id]);
  query.sort();
  const differs = check.kind === 'differs' ? check : undefined;
  const first = differs?.exact[0];
  return {
    plain,
    personal: {
      ...plain,
      label: '带上单子上的金额（别人能看到）',
      query: query.toString(),
      answer: headline(check),
      how: [
        ...(differs?.differences ?? []).map((one) => `${LINES[one.line]}比规定${lessOrMore(one)}`),
        ...(first?.found ?? []).map(
          (found) => `可能：${found.cause.title}（${detail(journey, found) ?? '只有这一处不同'}）`,
        ),
      ].slice(0, 3),
    },
  };
}
