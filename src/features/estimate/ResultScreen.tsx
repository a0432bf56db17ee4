import { lazy, Suspense, useMemo } from 'react';
import { type CityModule, hasSlip } from '#cities';
import { applies, queryOf } from '#journeys';
import {
  Actions,
  Cell,
  CellGroup,
  firstRecheck,
  formatDate,
  Notice,
  Page,
  PrimaryButton,
  RichText,
  refusalWords,
  SecondaryButton,
  Stale,
  useShare,
} from '#ui';
import { AnswersList } from './AnswersList.tsx';
import { cleaned } from './amounts.ts';
import { Computed, warmBelow } from './Computed.tsx';
import { RangeView } from './RangeView.tsx';
import { RecordAfter, RecordButton } from './Record.tsx';
import { loadRules, Ruled, type RuledProps, useAnswered } from './Ruled.tsx';
import { Running } from './Running.tsx';
import { type Answered, answer, figuresIn } from './result.ts';
import { useEstimate } from './store.ts';
import type { Journey, LedgerStart } from './types.ts';
import { isOfYear, problemWords, screenOfField } from './words.ts';

export { YearScreen } from './YearScreen.tsx';

/** Fetches the city's rules, and what stands under the amounts, ahead of the result. */
export function warm(city: string): void {
  void loadRules(city);
  warmBelow(city);
}

/** The running result of a city, as soon as it can be drawn. */
export async function runningIn(city: string): Promise<typeof Running> {
  await loadRules(city);
  return Running;
}

/** Comes only where there is a figure of one's own. */
const OwnBar = lazy(() => import('./OwnBar.tsx'));
const MissingFigures = lazy(() => import('./MissingFigures.tsx'));

/** Result first, then how it was computed, then what would change it, then the answers. */
export const ResultScreen = ({ journey }: { journey: Journey }) => <Ruled journey={journey} Screen={Result} />;

function Result(props: RuledProps) {
  const { city, printed, journey } = props;
  const { answers, year, frame } = journey;
  const answered = useAnswered(props);
  const visit = useEstimate((state) => state.entry);
  const foreign = useEstimate((state) => state.foreign);
  const day = useMemo(() => firstRecheck(figuresIn(answered)), [answered]);
  useShare(async () => (await import('./share.ts')).offerOf(journey, answered, city, printed));
  return (
    <>
      {city !== printed && (
        <Suspense fallback={null}>
          <OwnBar city={city} printed={printed} answered={answered} />
        </Suspense>
      )}
      <Page
        {...frame}
        title={headline(answered, year)}
        docTitle={`${journey.city.name}少儿医保报销估算 ${year}`}
        lead={journey.recording ? changedWords(journey.ledger?.changed) : foreign && FOREIGN}
        footer={{ ...frame.footer, rulesYear: String(year) }}
      >
        <Body city={city} journey={journey} answered={answered} />
        {hasSlip(city.id) && answered.estimate.kind !== 'notComputable' && (
          <CellGroup>
            <Cell
              icon="check"
              title="和医院的结算单对不上？"
              desc="填上单子的几行，看差在哪里、最可能为什么"
              to={`/${city.id}/slip/${queryOf(answers, { at: 'costs', year })}`}
              state={{ visit: journey.recording ? visit : '' }}
            />
          </CellGroup>
        )}
        <AnswersList journey={journey} />
        <Notes journey={journey} />
        <Stale day={day} />
      </Page>
    </>
  );
}

/** Said over a bill that came with a link. */
const FOREIGN = '例子或别人的单子，不是你填的。往下点一行，改成自己的。';

/** Said over a visit of the ledger that is being changed. */
const changedWords = (visit: LedgerStart['changed']): string | undefined =>
  visit &&
  `正在改账本里 ${formatDate(visit.date)} 的这一笔${visit.note ? `（${visit.note}）` : ''}。改哪一项点哪一行，存了就换掉原来的。`;

function headline({ estimate }: Answered, year: number): string {
  switch (estimate.kind) {
    case 'computed':
      return '这次大约能报多少';
    case 'range':
      return '大约能报多少：一个范围';
    case 'notComputable':
      return refusalWords(estimate.reason, `${year} 年`).title;
    case 'error':
      return '有一项要改一下';
  }
}

function Body({ city, journey, answered }: { city: CityModule; journey: Journey; answered: Answered }) {
  const { estimate } = answered;
  const { graph, answers, year, go } = journey;
  const setYear = useEstimate((state) => state.setYear);
  const next = <NextButton journey={journey} />;
  switch (estimate.kind) {
    case 'computed':
      return <Computed city={city} journey={journey} answered={answered} outcome={estimate.outcome} next={next} />;
    case 'range':
      return <RangeView city={city} journey={journey} answered={answered} range={estimate} next={next} />;
    case 'notComputable': {
      const { text, ask } = refusalWords(estimate.reason, `${year} 年`);
      const known = estimate.reason === 'notPublished' ? lastKnownYear(city, journey) : undefined;
      return (
        <>
          <Notice>
            <p>{text}</p>
            <p>{ask}</p>
          </Notice>
          <Actions>
            {known && !journey.recording ? (
              <>
                <PrimaryButton onClick={() => setYear(known)}>按 {known} 年的规定看一个参考</PrimaryButton>
                <RecordAfter journey={journey} />
              </>
            ) : (
              next
            )}
            {isOfYear(estimate.reason) && (
              <SecondaryButton onClick={() => go('year', true)}>换一个年份</SecondaryButton>
            )}
          </Actions>
          {estimate.reason === 'notPublished' && (
            <Suspense fallback={null}>
              <MissingFigures city={city} date={answered.date} />
            </Suspense>
          )}
        </>
      );
    }
    case 'error':
      return (
        <>
          <Notice tone="warn">{problemWords(estimate.problem)}</Notice>
          <Actions>
            <PrimaryButton onClick={() => go(screenOfField(graph, answers, estimate.field), true)}>
              去改这一项
            </PrimaryButton>
            {estimate.field === 'registered' && <SecondaryButton to="/me/">去“我的孩子”</SecondaryButton>}
          </Actions>
        </>
      );
  }
}

/** The newest of the last years for which this bill can be computed. */
function lastKnownYear(city: CityModule, { graph, answers, amounts, year, today }: Journey): number | undefined {
  const before = [1, 2, 3].map((ago) => year - ago);
  const given = cleaned(amounts);
  return before.find((one) => answer(city, graph, answers, given, one, today).estimate.kind !== 'notComputable');
}

/** What one does after this result; the city's data say what. */
function NextButton({ journey }: { journey: Journey }) {
  if (journey.recording) return <RecordButton journey={journey} />;
  const next = journey.graph.next.find(({ when }) => applies(when, journey.answers));
  return (
    <>
      {next && <PrimaryButton to={next.to}>{next.label}</PrimaryButton>}
      <RecordAfter journey={journey} />
    </>
  );
}

function Notes({ journey }: { journey: Journey }) {
  return (
    <section className="wa-card">
      <h2 className="wa-block-title">没有算进去的和要知道的</h2>
      <ul className="wa-facts">
        {journey.graph.notes.map((note) => (
          <li key={note}>
            <RichText text={note} />
          </li>
        ))}
      </ul>
    </section>
  );
}
