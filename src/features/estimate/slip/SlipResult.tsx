import { useMemo } from 'react';
import { loadSlip } from '#cities';
import { yearOf } from '#engine';
import { askedFields, checkSlip, readSlip, type SlipCheck } from '#journeys';
import type { SlipFile } from '#policy/types.ts';
import { Missing, Notice, Page, preload, RichText, useLoaded, useShare } from '#ui';
import { AnswersList } from '../AnswersList.tsx';
import { cleaned } from '../amounts.ts';
import { loadRules, Ruled, type RuledProps } from '../Ruled.tsx';
import { visitDate, whoOn } from '../result.ts';
import type { Journey } from '../types.ts';
import { Checked, WrongInput } from './Checked.tsx';
import { SlipOwnBar } from './SlipOwnBar.tsx';
import { slipOffer } from './share.ts';
import { headline } from './words.ts';

/** Fetches the city's rules ahead of the result. */
export function warm(city: string): void {
  void loadRules(city);
  void preload(loadSlip, city);
}

/** What differs first, then why it may, then what to do with it. */
export const SlipResult = ({ journey }: { journey: Journey }) => <Ruled journey={journey} Screen={WithSlip} />;

function WithSlip(props: RuledProps) {
  const slip = useLoaded(loadSlip, props.journey.city.id);
  return slip ? <Result {...props} slip={slip} /> : <Missing />;
}

function Result({ city, printed, slip, journey }: RuledProps & { slip: SlipFile }) {
  const { graph, answers, amounts, year, today, who, frame } = journey;
  const lines = useMemo(() => {
    const asked = askedFields(graph.costs.fields, answers).map(({ id }) => id);
    return readSlip(amounts, asked);
  }, [graph, answers, amounts]);
  const asked = useMemo(
    () =>
      lines && {
        graph: graph.settledBy ?? graph,
        slip,
        answers,
        used: cleaned(amounts),
        lines,
        year,
        dayIn: (one: number) => visitDate(one, today),
        whoOn: (day: string) => whoOn(yearOf(day), day, who),
      },
    [graph, slip, answers, amounts, lines, year, today, who],
  );
  const byOwn = useMemo(() => asked && checkSlip({ ...asked, city }), [asked, city]);
  const byPrinted = useMemo(
    () => (city === printed ? byOwn : asked && checkSlip({ ...asked, city: printed })),
    [asked, city, printed, byOwn],
  );
  // A slip that follows the published figures is right, whatever somebody put in for themselves.
  const plain = byPrinted?.kind === 'agrees';
  const check: SlipCheck | undefined = plain ? byPrinted : byOwn;
  useShare(async () => slipOffer(journey, check));
  return (
    <>
      <SlipOwnBar city={city} printed={printed} day={visitDate(year, today)} check={check} />
      <Page
        {...frame}
        title={check ? headline(check) : '有一项要改一下'}
        docTitle={`${journey.city.name}医保结算单核对 ${year}`}
        footer={{ ...frame.footer, rulesYear: String(year) }}
      >
        {check && lines ? (
          <>
            {plain && byOwn?.kind === 'differs' && (
              <div className="slip-note">
                <Notice>这张单子照公布的规定算，一分不差；和你自己填的数字对不上。下面按公布的规定列出。</Notice>
              </div>
            )}
            <Checked journey={journey} slip={slip} lines={lines} check={check} />
          </>
        ) : (
          <WrongInput journey={journey} />
        )}
        <AnswersList journey={journey} />
        <section className="wa-card">
          <h2 className="wa-block-title">要知道的</h2>
          <ul className="wa-facts">
            {slip.notes.map((note) => (
              <li key={note}>
                <RichText text={note} />
              </li>
            ))}
          </ul>
        </section>
      </Page>
    </>
  );
}
