import { useEffect, useState } from 'react';
import { nameOf } from '#cities';
import { droppedAnswers, readAnswers, refilled, saysNothingNew, validAnswers } from '#journeys';
import { isRecord } from '#platform';
import { amountFields, readAmounts } from './amounts.ts';
import { isBillOf } from './screens.ts';
import { type Bill, namesOf, shortTexts, useEstimate, YEAR } from './store.ts';
import type { Known, Walked } from './types.ts';
import { isRecording } from './use-ledger.ts';

/**
 * What happens once when the page is opened: answers in the link are taken over, answers from another city are kept as far
 * as they make sense here, what is known from the child is filled in. Says in words what was not understood or dropped.
 */
export function useArrival(city: string, graph: Walked, known: Known | undefined, search: string, entry: unknown) {
  const [prefilled, setPrefilled] = useState(false);
  const [text, setText] = useState<string>();
  const [settled, setSettled] = useState(() => known !== undefined && isBack(city, graph, search, entry));
  useEffect(() => {
    if (!known || settled) return;
    const query = new URLSearchParams(search);
    const state = isRecord(entry) ? entry : {};
    if (isRecording(query)) known.ledger?.takeUp(city, query, entry);
    else if (isOfAnother(useEstimate.getState().entry, graph, state)) useEstimate.getState().blank();
    const {
      answers,
      names,
      amounts,
      foreign,
      city: before,
      take,
      receive,
      move,
      enter,
      forget,
      setYear,
    } = useEstimate.getState();
    const carried = shortTexts(state.amounts);
    if (carried && Object.keys(amounts).length === 0) enter(carried);
    const link = readAnswers(graph, query);
    const said: string[] = [];
    const year = yearIn(query);
    if (year === 0 && query.has('year')) said.push('链接里的年份没看懂，先按今年算。');
    const linked = readAmounts(graph, query);
    if (linked.notUnderstood.length > 0) {
      said.push(`链接里的金额没看懂（${linked.notUnderstood.join('、')}），请重新填一下。`);
    }
    const spoken = Object.keys(linked.amounts).length > 0;
    if (link.notUnderstood.length > 0) {
      const unknown = link.notUnderstood.map((id) => graph.questions.find((q) => q.id === id)?.short ?? id);
      said.push(`链接里有没看懂的选择（${unknown.join('、')}），请重新选一下。`);
    }
    const ids = Object.keys(link.answers);
    const differs = ids.some((id) => answers[id] !== link.answers[id]);
    // A screen one was on before, opened anew: what was answered after it is still there.
    const mine = state.inside === true && !differs;
    const moved = before !== '' && before !== city;
    const returned = moved && useEstimate.getState().aside?.city === city;
    if (ids.length > 0) {
      // From one's own result to the check of its slip.
      if ('visit' in state) take(city, link.answers, namesOf(graph));
      else if (!mine) receive(city, link.answers, namesOf(graph), spoken ? linked.amounts : undefined);
      const { foreign: received, aside } = useEstimate.getState();
      const back =
        !mine && received && aside ? `你自己填的留着，在${pageOf(city, graph, aside)}的第一页可以换回来。` : '';
      const whose = foreign ? '前面那张单子的' : '你上次在这台手机上填的';
      if (spoken && back) said.push(`这是链接里的单子。${back}`);
      else if (differs && amounts.eligible && !spoken) said.push(`已按链接里的选择打开，金额是${whose}。${back}`);
      else if (back) said.push(`已按链接里的选择打开。${back}`);
    } else if (moved) {
      const dropped = returned ? [] : droppedAnswers(graph, answers).map((id) => names[id] ?? id);
      move(city, validAnswers(graph, answers), namesOf(graph));
      if (dropped.length > 0) said.push(`换了城市：金额和还适用的选择都留着，不再适用的是：${dropped.join('、')}。`);
    }
    // A link that says no year means the one it is opened in.
    if (year > 0 || (ids.length > 0 && !mine)) setYear(year);
    // What a year has used up in one city it has not in another.
    if (moved && !spoken && !(returned && ids.length === 0)) forget(graph.used.fields.map(({ id }) => id));
    if (ids.length === 0) {
      const { answers: latest, fromChild } = useEstimate.getState();
      if (Object.keys({ ...fromChild, ...known.answers }).length > 0) {
        take(city, refilled(latest, fromChild, known.answers), namesOf(graph));
        useEstimate.setState({ fromChild: known.answers });
      }
      setPrefilled(true);
    }
    if (said.length > 0) setText(said.join(' '));
    setSettled(true);
  }, [known, settled, city, graph, search, entry]);
  return { text, settled, prefilled, dismiss: () => setText(undefined) };
}

/** One comes back to what was answered before: it stands in the first picture, or the browser would not find the place again. */
function isBack(city: string, graph: Walked, search: string, entry: unknown): boolean {
  const query = new URLSearchParams(search);
  const kept = useEstimate.getState();
  const inside = isRecord(entry) && entry.inside === true;
  const anotherYear = yearIn(query) !== kept.year && (query.has('year') || !inside);
  const speaks = isRecording(query) || kept.entry !== '' || anotherYear;
  if (speaks || kept.city !== city || amountFields(graph).some(({ id }) => query.has(id))) return false;
  return saysNothingNew(readAnswers(graph, query), kept.answers, inside);
}

/** The year of the visit in a link; 0 where there is none, or none that can be meant. */
export const yearIn = (query: URLSearchParams): number =>
  YEAR.test(query.get('year') ?? '') ? Number(query.get('year')) : 0;

/** Whether the amounts are of a visit of the ledger, and this is another bill: all but the check of that visit's slip is. */
const isOfAnother = (visit: string, graph: Walked, { inside, visit: from }: Record<string, unknown>): boolean =>
  visit !== '' && !(graph.settledBy && (inside === true || from === visit));

/** Where a bill that was laid aside can be had back. */
function pageOf(city: string, graph: Walked, { city: of, amounts }: Bill): string {
  const page = isBillOf(graph, amounts) ? '这一项' : `“${graph.settledBy?.title ?? '和结算单对一对'}”`;
  return of === city ? page : `${nameOf(of)?.name ?? ''}${page}`;
}
