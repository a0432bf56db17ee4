import { Suspense, useEffect, useMemo, useState } from 'react';
import { useLocation, useNavigate, useParams } from 'react-router';
import { type CityInfo, findCity, hasJourney, loadJourney } from '#cities';
import {
  type Answers,
  conclusionOf,
  queryOf,
  readAnswers,
  refilled,
  type ScreenId,
  saysNothingNew,
  validAnswers,
} from '#journeys';
import { isRecord, useFromChild, usePersistedStore, wipe } from '#platform';
import type { Graph } from '#policy/types.ts';
import { afterwards, Banner, CityTexts, KnownKeys, Missing, onceThere, part, useLoaded } from '#ui';
import { QuestionScreen } from './QuestionScreen.tsx';
import { StartScreen } from './StartScreen.tsx';
import { nextScreen, OWN_KEYS, previousScreen, reachable } from './screens.ts';
import { useJourney } from './store.ts';
import type { Journey } from './types.ts';

const JOURNEYS: readonly Graph['id'][] = ['enrol', 'pay', 'clinic'];

/** A journey of a city: a few questions, one per screen, and the way that fits the answers. */
export default function JourneyPage() {
  const { city: cityId = '', journey = '' } = useParams();
  const city = findCity(cityId);
  const id = JOURNEYS.find((one) => one === journey);
  if (!city || !id || !hasJourney(city.id, id)) return <Missing />;
  return <Loaded key={`${city.id}/${id}`} city={city} id={id} />;
}

const load = (city: string, id: string) => loadJourney(city, id as Graph['id']);

/** The conclusion: fetched while the first question is read. */
const loadResult = () => import('./ResultScreen.tsx');
const ResultScreen = part(async () => (await loadResult()).ResultScreen);
/** Fetches the ways of a conclusion. */
const warm = (city: string, ways: string): void => onceThere(loadResult(), (result) => result.warm(city, ways));

/** The rules of the city come only where something was said of a child. */
const fromChild = async (...asked: Parameters<typeof import('./from-child.ts').fromChild>) =>
  (await import('./from-child.ts')).fromChild(...asked);
const NOTHING: Answers = {};

function Loaded({ city, id }: { city: CityInfo; id: Graph['id'] }) {
  const graph = useLoaded(load, city.id, id);
  const keys = useMemo(() => [...(graph?.questions.map((question) => question.id) ?? []), ...OWN_KEYS], [graph]);
  if (!graph) return <Missing />;
  return (
    <CityTexts city={city.id} of={graph}>
      <KnownKeys keys={keys} />
      <Screens city={city} graph={graph} />
    </CityTexts>
  );
}

function Screens({ city, graph }: { city: CityInfo; graph: Graph }) {
  const key = `${city.id}/${graph.id}`;
  const ready = usePersistedStore(useJourney);
  const { given, answer } = useJourney();
  const { search, state } = useLocation();
  const navigate = useNavigate();
  const known = useFromChild(fromChild, NOTHING, city.id, graph);
  const link = useLink(key, graph, ready ? known : undefined, search, state);

  useEffect(() => afterwards(ResultScreen.warm), []);

  const query = new URLSearchParams(search);
  const asof = query.get('asof');
  const answers = validAnswers(graph, given[key] ?? {});
  const editing = link.taken && query.get('edit') === '1';
  const wanted = link.taken ? (query.get('at') ?? 'start') : 'start';
  const at = reachable(graph, answers, wanted, editing);

  // An address that says something else than what is shown is put right, so that the next share is.
  const right = queryOf(answers, { at, edit: editing && at !== 'start' && at !== 'result', asof });
  const wrong = link.taken && (at !== wanted || readAnswers(graph, query).notUnderstood.length > 0);
  useEffect(() => {
    if (wrong) void navigate({ search: right }, { replace: true, state });
  }, [wrong, right, navigate, state]);

  const current = () => validAnswers(graph, useJourney.getState().given[key] ?? {});
  const go = (to: ScreenId, edit = false) => {
    void navigate({ search: queryOf(current(), { at: to, edit, asof }) }, { state: { inside: true } });
  };
  const taken = link.prefilled ? known : undefined;
  // The ways of the conclusion are fetched while the last answer is looked at.
  const ways =
    nextScreen(graph, answers, at, editing, taken) === 'result' && conclusionOf(graph, answers)?.ways.join(' ');
  useEffect(() => (ways ? afterwards(() => warm(city.id, ways)) : undefined), [city, ways]);
  const filled = (question: string) => Boolean(taken?.[question]) && taken?.[question] === answers[question];
  const journey: Journey = {
    city,
    graph,
    answers,
    filled,
    at,
    editing,
    answer: (question, value) => answer(key, question, value),
    go,
    onward: () => {
      const next = nextScreen(graph, current(), at, editing, taken);
      go(next, editing && next !== 'result');
    },
    back: () => {
      if (isRecord(state) && 'inside' in state) return void navigate(-1);
      const to = editing ? 'result' : previousScreen(graph, current(), at);
      void navigate({ search: queryOf(current(), { at: to, asof }) }, { replace: true });
    },
    forget: () => {
      wipe();
      void navigate({ search: queryOf({}, { at: 'start', asof }) }, { replace: true });
    },
  };
  return (
    <>
      {link.remark && <Banner action={{ label: '知道了', onClick: link.dismiss }}>{link.remark}</Banner>}
      <OneScreen key={at} journey={journey} />
    </>
  );
}

function OneScreen({ journey }: { journey: Journey }) {
  if (journey.at === 'start') return <StartScreen journey={journey} />;
  if (journey.at === 'result') {
    return (
      <Suspense fallback={<p className="wa-opening">正在打开……</p>}>
        <ResultScreen journey={journey} />
      </Suspense>
    );
  }
  const question = journey.graph.questions.find(({ id }) => id === journey.at);
  return question ? <QuestionScreen question={question} journey={journey} /> : <StartScreen journey={journey} />;
}

/**
 * Answers in the link one came by are taken over, once; what was not understood is said in words. Without such a link what is
 * known from the child is filled in.
 */
function useLink(key: string, graph: Graph, known: Answers | undefined, search: string, entry: unknown) {
  const inside = isRecord(entry) && 'inside' in entry;
  // One comes back to what was answered before: it stands in the first picture, or the browser would not find the place again.
  const [taken, setTaken] = useState(() => {
    const kept = useJourney.getState().given[key] ?? {};
    return known !== undefined && saysNothingNew(readAnswers(graph, new URLSearchParams(search)), kept, inside);
  });
  const [prefilled, setPrefilled] = useState(taken && inside);
  const [remark, setRemark] = useState<string>();
  useEffect(() => {
    if (!known || taken) return;
    const { answers, notUnderstood } = readAnswers(graph, new URLSearchParams(search));
    // A link that says anything speaks for itself: nothing from an earlier visit is mixed in.
    // Only a screen one was on before, opened anew, keeps what was answered after it.
    const { given, fromChild, take } = useJourney.getState();
    const kept = given[key] ?? {};
    const mine = inside && Object.entries(answers).every(([id, value]) => kept[id] === value);
    const speaks = Object.keys(answers).length + notUnderstood.length > 0;
    if (!mine && speaks) take(key, answers);
    if (!speaks) take(key, refilled(kept, fromChild[key] ?? {}, known), known);
    setPrefilled(mine || !speaks);
    if (notUnderstood.length > 0) {
      const names = notUnderstood.map((id) => graph.questions.find((question) => question.id === id)?.short ?? id);
      setRemark(`链接里有没看懂的选择（${names.join('、')}），请重新选一下。`);
    }
    setTaken(true);
  }, [key, graph, known, search, inside, taken]);
  return { remark, taken, prefilled, dismiss: () => setRemark(undefined) };
}
