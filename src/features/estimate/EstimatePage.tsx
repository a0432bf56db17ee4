import { use, useEffect, useMemo, useState } from 'react';
import { useLocation, useNavigate, useParams } from 'react-router';
import { findCity, loadCity, loadEstimate } from '#cities';
import { droppedAnswers, readAnswers, validAnswers } from '#journeys';
import { isRecord, usePersistedStore, useToday } from '#platform';
import type { EstimateGraph } from '#policy/types.ts';
import { Banner, CityTexts, KnownKeys, Missing } from '#ui';
import { AmountsScreen } from './AmountsScreen.tsx';
import { QuestionScreen, YearScreen } from './QuestionScreen.tsx';
import { ResultScreen } from './ResultScreen.tsx';
import { StartScreen } from './StartScreen.tsx';
import { nextScreen, queryOf, reachable, type ScreenId } from './screens.ts';
import { shortTexts, useEstimate } from './store.ts';
import type { Journey } from './types.ts';

/** Beside the answers: the screen, the year, and whether one came to change an answer. */
const OWN_KEYS = ['at', 'year', 'edit'];

/** 算一算能报多少: one question per screen, the result, and the way back to every answer. */
export default function EstimatePage() {
  const { city = '' } = useParams();
  const info = findCity(city);
  const graph = use(loadEstimate(city));
  const keys = useMemo(() => [...(graph?.questions.map((q) => q.id) ?? []), ...OWN_KEYS], [graph]);
  if (!info || !graph) return <Missing />;
  return (
    <CityTexts city={city} of={graph}>
      <KnownKeys keys={keys} />
      <Screens city={city} cityName={info.name} graph={graph} />
    </CityTexts>
  );
}

function Screens({ city, cityName, graph }: { city: string; cityName: string; graph: EstimateGraph }) {
  const ready = usePersistedStore(useEstimate);
  const today = useToday();
  const store = useEstimate();
  const { search, state } = useLocation();
  const navigate = useNavigate();
  const remark = useArrival(city, graph, ready, search, state);

  const query = new URLSearchParams(search);
  const answers = validAnswers(graph, store.answers);
  const wanted = ready && today ? (query.get('at') ?? 'start') : 'start';
  const at = remark.settled ? reachable(graph, answers, store.amounts, wanted) : 'start';
  const editing = query.get('edit') === '1';

  // The result needs the city's rules; they come while the last forms are filled in.
  const soon = at === 'costs' || at === 'used' || at === 'level';
  useEffect(() => {
    if (soon) void loadCity(city);
  }, [soon, city]);

  const go = (to: ScreenId, edit = false) => {
    const { answers: latest, year, amounts } = useEstimate.getState();
    // The amounts ride along in the history entry, so that a reload keeps them where the phone refuses storage.
    void navigate({ search: queryOf(validAnswers(graph, latest), to, year, edit) }, { state: { amounts } });
  };
  const journey: Journey = {
    city,
    cityName,
    graph,
    answers,
    amounts: store.amounts,
    year: store.year || Number(today?.slice(0, 4) ?? 0),
    today: today ?? '',
    editing,
    go,
    onward: () => {
      const { answers: latest, amounts } = useEstimate.getState();
      go(nextScreen(graph, validAnswers(graph, latest), amounts, at, editing));
    },
  };

  return (
    <>
      {remark.text && <Banner action={{ label: '知道了', onClick: remark.dismiss }}>{remark.text}</Banner>}
      <OneScreen key={at} at={at} journey={journey} />
    </>
  );
}

function OneScreen({ at, journey }: { at: ScreenId; journey: Journey }) {
  switch (at) {
    case 'start':
      return <StartScreen journey={journey} />;
    case 'costs':
    case 'used':
      return <AmountsScreen form={at} journey={journey} />;
    case 'year':
      return <YearScreen journey={journey} />;
    case 'result':
      return <ResultScreen journey={journey} />;
    default: {
      const question = journey.graph.questions.find((q) => q.id === at);
      return question ? <QuestionScreen question={question} journey={journey} /> : <StartScreen journey={journey} />;
    }
  }
}

/**
 * What happens once when the page is opened: answers in the link are taken over, answers from another city are kept as far
 * as they make sense here. Says in words what was not understood or dropped.
 */
function useArrival(city: string, graph: EstimateGraph, ready: boolean, search: string, entry: unknown) {
  const [text, setText] = useState<string>();
  const [settled, setSettled] = useState(false);
  useEffect(() => {
    if (!ready || settled) return;
    const { answers, names, amounts, city: before, take, enter, setYear } = useEstimate.getState();
    const carried = isRecord(entry) ? shortTexts(entry.amounts) : undefined;
    if (carried && Object.keys(amounts).length === 0) enter(carried);
    const query = new URLSearchParams(search);
    const link = readAnswers(graph, query);
    const year = Number(query.get('year'));
    if (Number.isSafeInteger(year) && year > 2000 && year < 2100) setYear(year);
    const said: string[] = [];
    if (link.notUnderstood.length > 0) {
      const unknown = link.notUnderstood.map((id) => graph.questions.find((q) => q.id === id)?.short ?? id);
      said.push(`链接里有没看懂的选择（${unknown.join('、')}），请重新选一下。`);
    }
    const ids = Object.keys(link.answers);
    if (ids.length > 0) {
      const differs = ids.some((id) => answers[id] !== link.answers[id]);
      take(city, link.answers, namesOf(graph));
      if (differs && amounts.eligible) said.push('已按链接里的选择打开，金额是你上次在这台手机上填的。');
    } else if (before && before !== city) {
      const dropped = droppedAnswers(graph, answers).map((id) => names[id] ?? id);
      take(city, validAnswers(graph, answers), namesOf(graph));
      if (dropped.length > 0) said.push(`换了城市：金额和还适用的选择都留着，不再适用的是：${dropped.join('、')}。`);
    }
    if (said.length > 0) setText(said.join(' '));
    setSettled(true);
  }, [ready, settled, city, graph, search, entry]);
  return { text, settled, dismiss: () => setText(undefined) };
}

const namesOf = (graph: EstimateGraph) => Object.fromEntries(graph.questions.map((q) => [q.id, q.short]));
