import { type ComponentType, type ReactNode, Suspense, useEffect, useMemo, useState } from 'react';
import { useLocation, useNavigate, useParams } from 'react-router';
import { type CityInfo, findCity } from '#cities';
import { droppedAnswers, readAnswers, saysNothingNew, validAnswers } from '#journeys';
import { isRecord, useFromChild, usePersistedStore, useToday } from '#platform';
import { afterwards, Banner, CityTexts, carried, KnownKeys, Missing, part, useLoaded } from '#ui';
import { amountFields, readAmounts } from './amounts.ts';
import { QuestionScreen } from './QuestionScreen.tsx';
import { StartScreen } from './StartScreen.tsx';
import { nextScreen, previousScreen, queryOf, reachable, type ScreenId } from './screens.ts';
import { shortTexts, useEstimate } from './store.ts';
import type { Journey, Known, Walked } from './types.ts';
import { isRecording, useLedgerStart } from './use-ledger.ts';

/** Beside the answers: the screen, the year, whether one came to change an answer or for the ledger, and the app as of another day. */
const OWN_KEYS = ['at', 'year', 'edit', 'record', 'asof'];

export const loadGraph = carried('estimate', async (city: string) => (await import('#cities')).loadEstimate(city));

/** The forms: fetched once the page is there. */
const AmountsScreen = part(async () => (await import('./AmountsScreen.tsx')).AmountsScreen);

/** The result and the city's rules behind it: fetched while the last forms are filled in. */
const loadResult = () => import('./ResultScreen.tsx');
const ResultScreen = part(async () => (await loadResult()).ResultScreen);
const warm = aheadOf(ResultScreen, loadResult);
/** Led to by the result only. */
const YearScreen = part(async () => (await loadResult()).YearScreen);

/** Fetches a result's screen, and whatever that fetches for a city. What fails is told where it is drawn. */
export function aheadOf(screen: { warm: () => void }, load: () => Promise<{ warm: (city: string) => void }>) {
  return (city: string): void => {
    screen.warm();
    load().then(
      (result) => result.warm(city),
      () => undefined,
    );
  };
}

/** 算一算能报多少: one question per screen, the result, and the way back to every answer. */
export default function EstimatePage() {
  const { city: id = '' } = useParams();
  const city = findCity(id);
  return city ? <Loaded key={id} city={city} /> : <Missing />;
}

function Loaded({ city }: { city: CityInfo }) {
  const graph = useLoaded(loadGraph, city.id);
  if (!graph) return <Missing />;
  return (
    <CityTexts city={city.id} of={graph}>
      <Walk city={city} graph={graph} Result={ResultScreen} warm={warm} />
    </CityTexts>
  );
}

interface WalkProps {
  city: CityInfo;
  graph: Walked;
  /** What comes after the last form, and what fetches it ahead. */
  Result: ComponentType<{ journey: Journey }>;
  warm: (city: string) => void;
  /** Under the first question, before anything was answered. */
  below?: ReactNode;
}

/** The questions, the forms and the result, one per screen. */
export function Walk(props: WalkProps) {
  const { graph } = props;
  const keys = useMemo(
    () => [...[...graph.questions, ...amountFields(graph)].map(({ id }) => id), ...OWN_KEYS],
    [graph],
  );
  return (
    <>
      <KnownKeys keys={keys} />
      <Screens {...props} />
    </>
  );
}

function Screens({ city, graph, Result, warm, below }: WalkProps) {
  const ready = usePersistedStore(useEstimate);
  const today = useToday();
  const store = useEstimate();
  const { search, state } = useLocation();
  const navigate = useNavigate();
  const query = new URLSearchParams(search);
  const known = useFromChild(fromChild, isRecording(query) ? undefined : NOTHING, city.id, graph);
  const arrival = useArrival(city.id, graph, ready ? known : undefined, search, state);

  const asof = query.get('asof');
  const live = arrival.settled && today !== undefined;
  const recording = live && isRecording(query);
  const year = store.year || Number(today?.slice(0, 4) ?? 0);
  const ledger = useLedgerStart({ ...arrival, graph, known, year, recording });
  const { asking, amounts } = ledger;
  const answers = validAnswers(graph, ledger.answers);
  const wanted = live ? (query.get('at') ?? 'start') : 'start';
  const at = reachable(asking, answers, amounts, wanted);
  const editing = live && query.get('edit') === '1';

  // An address that says something else than what is shown is put right, so that the next share is.
  // Amounts of a link are taken over and leave the address: who shares it on decides anew.
  const spoken = amountFields(graph).some(({ id }) => query.has(id));
  const oddYear = query.has('year') && yearIn(query) === 0;
  const wrong = live && (spoken || oddYear || at !== wanted || readAnswers(graph, query).notUnderstood.length > 0);
  const right = queryOf(validAnswers(asking, answers), at, store.year, editing && at !== 'start', asof, recording);
  useEffect(() => {
    const amounts = spoken && { amounts: useEstimate.getState().amounts };
    if (wrong)
      void navigate({ search: right }, { replace: true, state: { ...(isRecord(state) && state), ...amounts } });
  }, [wrong, spoken, right, navigate, state]);

  useEffect(() => afterwards(AmountsScreen.warm), []);
  const soon = at === 'costs' || at === 'used' || at === 'level';
  useEffect(() => (soon ? afterwards(() => warm(city.id)) : undefined), [soon, city, warm]);

  const addressOf = (to: ScreenId, edit: boolean) => {
    const { answers: latest, year } = useEstimate.getState();
    return { search: queryOf(validAnswers(asking, latest), to, year, edit, asof, recording) };
  };
  const go = (to: ScreenId, edit = false) => {
    // The amounts ride along in the history entry, so that a reload keeps them where the phone refuses storage.
    void navigate(addressOf(to, edit), { state: { inside: true, amounts: useEstimate.getState().amounts } });
  };
  const taken = arrival.prefilled ? known?.answers : undefined;
  const journey: Journey = {
    city,
    graph,
    asking,
    answers,
    amounts,
    filled: (question) => {
      if (store.fromLedger[question] && store.fromLedger[question] === answers[question]) return '家庭账本';
      return taken?.[question] !== undefined && taken[question] === answers[question] && '“我的孩子”';
    },
    recording,
    ledger: ledger.start,
    birthDate: known?.birthDate,
    year,
    today: today ?? '',
    at,
    editing,
    frame: {
      city: city.name,
      above: recording
        ? { text: '家庭账本', to: `/${city.id}/ledger/` }
        : { text: `${city.name}少儿医保`, to: `/${city.id}/` },
      footer: { hotlines: city.hotlines, rulesYear: city.asOf.slice(0, 4) },
    },
    go,
    onward: () => {
      const { answers: latest, amounts, fromLedger } = useEstimate.getState();
      const skip = { ...taken, ...fromLedger };
      const next = nextScreen(asking, validAnswers(asking, latest), amounts, at, editing, skip);
      go(next, editing && next !== 'result');
    },
    back: () => {
      if (isRecord(state) && 'inside' in state) return void navigate(-1);
      const to = editing ? 'result' : previousScreen(asking, validAnswers(asking, useEstimate.getState().answers), at);
      void navigate(addressOf(to, false), { replace: true });
    },
  };

  return (
    <>
      {arrival.text && <Banner action={{ label: '知道了', onClick: arrival.dismiss }}>{arrival.text}</Banner>}
      <OneScreen key={at} journey={journey} Result={Result} below={below} />
    </>
  );
}

function OneScreen({ journey, Result, below }: { journey: Journey } & Pick<WalkProps, 'Result' | 'below'>) {
  const { at } = journey;
  switch (at) {
    case 'start':
      return <StartScreen journey={journey} below={below} />;
    case 'costs':
    case 'used':
      return (
        <Suspense fallback={<p className="wa-opening">正在打开……</p>}>
          <AmountsScreen form={at} journey={journey} />
        </Suspense>
      );
    case 'year':
    case 'result': {
      const Screen = at === 'year' ? YearScreen : Result;
      return (
        <Suspense fallback={<p className="wa-opening">正在算……</p>}>
          <Screen journey={journey} />
        </Suspense>
      );
    }
    default: {
      const question = journey.graph.questions.find((q) => q.id === at);
      return question ? <QuestionScreen question={question} journey={journey} /> : <StartScreen journey={journey} />;
    }
  }
}

/** The rules of the city come only where something was said of a child. */
const fromChild = async (...asked: Parameters<typeof import('./from-child.ts').fromChild>): Promise<Known> =>
  (await import('./from-child.ts')).fromChild(...asked);
const NOTHING: Known = { answers: {} };

/**
 * What happens once when the page is opened: answers in the link are taken over, answers from another city are kept as far
 * as they make sense here, what is known from the child is filled in. Says in words what was not understood or dropped.
 */
function useArrival(city: string, graph: Walked, known: Known | undefined, search: string, entry: unknown) {
  const [prefilled, setPrefilled] = useState(false);
  const [text, setText] = useState<string>();
  const [settled, setSettled] = useState(() => known !== undefined && isBack(city, graph, search, entry));
  useEffect(() => {
    if (!known || settled) return;
    const query = new URLSearchParams(search);
    if (isRecording(query)) known.ledger?.takeUp(city, query, entry);
    const { answers, names, amounts, city: before, take, enter, setYear } = useEstimate.getState();
    const carried = isRecord(entry) ? shortTexts(entry.amounts) : undefined;
    if (carried && Object.keys(amounts).length === 0) enter(carried);
    const link = readAnswers(graph, query);
    const said: string[] = [];
    if (yearIn(query) > 0) setYear(yearIn(query));
    else if (query.has('year')) said.push('链接里的年份没看懂，先按今年算。');
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
    if (ids.length > 0) {
      const differs = ids.some((id) => answers[id] !== link.answers[id]);
      // A screen one was on before, opened anew: what was answered after it is still there.
      const mine = isRecord(entry) && entry.inside === true && !differs;
      if (!mine) take(city, link.answers, namesOf(graph), spoken ? linked.amounts : undefined);
      if (differs && amounts.eligible && !spoken) said.push('已按链接里的选择打开，金额是你上次在这台手机上填的。');
    } else if (before && before !== city) {
      const dropped = droppedAnswers(graph, answers).map((id) => names[id] ?? id);
      take(city, validAnswers(graph, answers), namesOf(graph));
      if (dropped.length > 0) said.push(`换了城市：金额和还适用的选择都留着，不再适用的是：${dropped.join('、')}。`);
    }
    if (ids.length === 0) {
      const latest = useEstimate.getState().answers;
      if (Object.keys(known.answers).length > 0) take(city, { ...latest, ...known.answers }, namesOf(graph));
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
  const speaks = isRecording(query) || (query.has('year') && yearIn(query) !== kept.year);
  if (speaks || kept.city !== city || amountFields(graph).some(({ id }) => query.has(id))) return false;
  return saysNothingNew(readAnswers(graph, query), kept.answers, isRecord(entry) && entry.inside === true);
}

/** The year of the visit in a link; 0 where there is none, or none that can be meant. */
const yearIn = (query: URLSearchParams): number =>
  /^20\d\d$/.test(query.get('year') ?? '') ? Number(query.get('year')) : 0;

const namesOf = (graph: Walked) => Object.fromEntries(graph.questions.map((q) => [q.id, q.short]));
