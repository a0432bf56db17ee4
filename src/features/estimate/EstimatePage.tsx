import { type ComponentType, type ReactNode, Suspense, useEffect, useMemo } from 'react';
import { useLocation, useNavigate, useParams } from 'react-router';
import { type CityInfo, findCity } from '#cities';
import { type Amounts, queryOf, readAnswers, type ScreenId, validAnswers } from '#journeys';
import { isRecord, useFromChild, usePersistedStore, useToday } from '#platform';
import { afterwards, Banner, CityTexts, carried, KnownKeys, Missing, onceThere, part, preload, useLoaded } from '#ui';
import { amountFields, withGiven } from './amounts.ts';
import { useArrival, yearIn } from './arrival.ts';
import { QuestionScreen } from './QuestionScreen.tsx';
import { StartScreen } from './StartScreen.tsx';
import { nextScreen, previousScreen, reachable } from './screens.ts';
import { useEstimate } from './store.ts';
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
const warm = (city: string): void => {
  ResultScreen.warm();
  onceThere(loadResult(), (result) => result.warm(city));
  void preload(loadRunning, city);
};
/** Led to by the result only. */
const YearScreen = part(async () => (await loadResult()).YearScreen);

/** What the amounts make so far. A form does without it where it does not come. */
async function loadRunning(city: string): Promise<ComponentType<{ journey: Journey }>> {
  try {
    return await (await loadResult()).runningIn(city);
  } catch {
    return () => null;
  }
}

function RunningOnceThere({ journey }: { journey: Journey }) {
  const Line = useLoaded(loadRunning, journey.city.id);
  return <Line journey={journey} />;
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
      <Walk city={city} graph={graph} Result={ResultScreen} Running={RunningOnceThere} warm={warm} />
    </CityTexts>
  );
}

interface WalkProps {
  city: CityInfo;
  graph: Walked;
  /** What comes after the last form, and what fetches it ahead. */
  Result: ComponentType<{ journey: Journey }>;
  /** In the forms, where they make a result as they are filled in. */
  Running?: ComponentType<{ journey: Journey }> | undefined;
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

function Screens({ city, graph, warm, ...screens }: WalkProps) {
  const ready = usePersistedStore(useEstimate);
  const today = useToday();
  const storedYear = useEstimate((state) => state.year);
  const fromLedger = useEstimate((state) => state.fromLedger);
  const foreign = useEstimate((state) => state.foreign);
  const { search, state } = useLocation();
  const navigate = useNavigate();
  const query = new URLSearchParams(search);
  const known = useFromChild(fromChild, isRecording(query) ? undefined : NOTHING, city.id, graph);
  const arrival = useArrival(city.id, graph, ready ? known : undefined, search, state);

  const asof = query.get('asof');
  const live = arrival.settled && today !== undefined;
  const recording = live && isRecording(query);
  const thisYear = Number(today?.slice(0, 4) ?? 0);
  const year = storedYear || thisYear;
  const ledger = useLedgerStart({ ...arrival, graph, known, year, recording });
  const { asking } = ledger;
  const answers = validAnswers(graph, ledger.answers);
  const wanted = live ? (query.get('at') ?? 'start') : 'start';
  const amounts = useTyped(wanted === 'costs' || wanted === 'used', ledger.given);
  const at = reachable(asking, answers, amounts, wanted);
  const editing = live && query.get('edit') === '1';

  // An address that says something else than what is shown is put right, so that the next share is.
  // Amounts of a link are taken over and leave the address: who shares it on decides anew.
  // Unless just this address is to be sent on with them.
  const sentOn = isRecord(state) && state.forward === true;
  const spoken = !sentOn && amountFields(graph).some(({ id }) => query.has(id));
  const oddYear = query.has('year') && yearIn(query) === 0;
  // What is computed for another year than this one says so; this one may, or not.
  const unsaid = at === 'result' && year !== (yearIn(query) || thisYear);
  const wrong =
    live && (spoken || oddYear || unsaid || at !== wanted || readAnswers(graph, query).notUnderstood.length > 0);
  const right = queryOf(validAnswers(asking, answers), {
    at,
    year: storedYear,
    edit: editing && at !== 'start',
    asof,
    record: recording,
  });
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
    return { search: queryOf(validAnswers(asking, latest), { at: to, year, edit, asof, record: recording }) };
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
      if (fromLedger[question] && fromLedger[question] === answers[question]) return '家庭账本';
      return taken?.[question] !== undefined && taken[question] === answers[question] && '“我的孩子”';
    },
    recording,
    ledger: ledger.start,
    given: ledger.given,
    // Somebody else's bill, and an example, are of another child.
    who: (foreign ? NOTHING : (known ?? NOTHING)).who,
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
      // What a slip is of may be in the ledger already: there it is asked.
      const skip = { ...taken, ...(!graph.settledBy && fromLedger) };
      const next = nextScreen(asking, validAnswers(asking, latest), amounts, at, editing, skip);
      go(next, editing && next !== 'result');
    },
    back: () => {
      if (isRecord(state) && 'inside' in state) return void navigate(-1);
      const to = editing ? 'result' : previousScreen(asking, validAnswers(asking, useEstimate.getState().answers), at);
      void navigate(addressOf(to, false), { replace: true });
    },
  };

  // Before that is clear there is no bill to enter anything in.
  if (today && isRecording(query) && !arrival.settled) return <p className="wa-opening">正在打开账本……</p>;
  return (
    <>
      {arrival.text && <Banner action={{ label: '知道了', onClick: arrival.dismiss }}>{arrival.text}</Banner>}
      <OneScreen key={at} journey={journey} {...screens} />
    </>
  );
}

/** What was typed, and what is given over it. On a form it is as of the last drawing: the form follows each key by itself, and alone. */
function useTyped(onForm: boolean, given: Amounts | undefined): Amounts {
  const followed = useEstimate((state) => (onForm ? undefined : state.amounts));
  return withGiven(followed ?? useEstimate.getState().amounts, given);
}

function OneScreen({
  journey,
  Result,
  Running,
  below,
}: { journey: Journey } & Omit<WalkProps, 'city' | 'graph' | 'warm'>) {
  const { at } = journey;
  switch (at) {
    case 'start':
      return <StartScreen journey={journey} below={below} />;
    case 'costs':
    case 'used':
      return (
        <Suspense fallback={<p className="wa-opening">正在打开……</p>}>
          <AmountsScreen form={at} journey={journey} Running={Running} />
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
const NOTHING: Known = { answers: {}, who: {} };
