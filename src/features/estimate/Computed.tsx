import { type ReactNode, Suspense, useCallback } from 'react';
import { type Fen, formatMoney, type Settled } from '#engine';
import {
  Actions,
  Figure,
  formatYuan,
  group,
  OwnBadge,
  onceThere,
  part,
  Remarks,
  SplitBar,
  spokenYuan,
  useSecondPicture,
  useServices,
} from '#ui';
import type { BelowProps } from './Below.tsx';
import { type Answered, onOwnFigures } from './result.ts';
import { Unsettled } from './Unsettled.tsx';
import './estimate.css';

/** Fetched with the forms before the result, and drawn under what is read first. */
const loadBelow = () => import('./Below.tsx');
const Below = part(async () => (await loadBelow()).Below);
export function warmBelow(city: string): void {
  Below.warm();
  onceThere(loadBelow(), (below) => below.warm(city));
}

/**
 * After the picture with the amounts. Keeps its place: what comes stands below the first screen, and pushes nothing that is
 * being read.
 */
export function Later(props: BelowProps) {
  const place = <div className="est-later" />;
  const now = useSecondPicture();
  return <Suspense fallback={place}>{now ? <Below {...props} /> : place}</Suspense>;
}

export function Computed({ outcome, next, ...below }: BelowProps & { outcome: Settled; next: ReactNode }) {
  const { journey } = below;
  return (
    <>
      <Summary city={journey.city.id} outcome={outcome} year={journey.year} explained doubt={doubtOf(below.answered)} />
      <Actions>{next}</Actions>
      <Unsettled journey={journey} answered={below.answered} />
      <Remarks texts={journey.graph.remarks} remarks={outcome.remarks} />
      <Later {...below} />
    </>
  );
}

/** What the other reading that changes most would have the family pay more. */
function doubtOf({ estimate }: Answered): Fen {
  const effects = estimate.kind === 'computed' ? estimate.readings : [];
  return effects.reduce((most, { selfMore }) => (Math.abs(selfMore) > Math.abs(most) ? selfMore : most), 0);
}

interface SummaryProps {
  city: string;
  outcome: Settled;
  year: number;
  /** The reasons stand below. */
  explained?: boolean;
  /** What another reading of the sources changes: told below. */
  doubt?: Fen;
}

/** The two amounts, the bar, one sentence. */
export function Summary({ city, outcome, year, explained = false, doubt = 0 }: SummaryProps) {
  const pair = pairOf(outcome);
  const [[, paid], [, self]] = pair;
  return (
    <section className="wa-card est-summary" aria-live="polite">
      <div className="est-pair">
        {pair.map(([name, fen]) => (
          <p key={name}>
            <span className="est-name">
              {name}
              {onOwnFigures(outcome) && <OwnBadge rests />}
            </span>
            <Whole city={city} outcome={outcome} year={year} name={name} fen={fen} big />
          </p>
        ))}
      </div>
      <SplitBar fundLabel="医保付" ownLabel="自己付" fund={formatMoney(paid)} own={formatMoney(self)} />
      <p className="est-sentence">{together(sentence(outcome, explained))}</p>
      {doubt !== 0 && (
        <p className="est-sentence">
          资料有另一种说法：自己会{doubt > 0 ? '多' : '少'}付 {together(inWords(Math.abs(doubt)))}
          ，看下面“说法不一的地方”。
        </p>
      )}
    </section>
  );
}

/** What the insurance pays, both layers of it, and what is left to oneself. */
export const pairOf = ({ fund, critical, self }: Settled) =>
  [
    ['医保约付', fund + critical],
    ['自己约付', self],
  ] as const;

interface WholeProps extends Omit<SummaryProps, 'explained' | 'doubt'> {
  name: string;
  fen: Fen;
  big?: boolean;
  /** How it is drawn, if not as `¥1,234.56`. */
  text?: string;
}

/** A whole amount of a result; opens with every step that led to it. */
export function Whole({ city, outcome, year, name, fen, big, text }: WholeProps) {
  const services = useServices();
  const explain = useCallback(
    async () => (await import('./Behind.tsx')).behind(services, city, outcome, year),
    [services, city, outcome, year],
  );
  const yuan = formatMoney(fen);
  return (
    <Figure
      big={big}
      text={text ?? formatYuan(yuan)}
      spoken={spokenYuan(yuan)}
      label={`${name}怎么算的`}
      explain={explain}
    />
  );
}

export const inWords = (fen: Fen): string => `${group(formatMoney(fen))} 元`;

/** The unit never stands alone on the next line. */
const together = (text: string): string => text.replace(/ (?=元)/g, '\u00a0');

function sentence({ bill, fund, critical, self }: Settled, explained: boolean): string {
  if (bill === 0) return '这次没有费用。';
  if (fund + critical === 0)
    return `一共 ${inWords(bill)}，这次医保不付，全部自己付。${explained ? '原因看下面。' : ''}`;
  const layers = `基本医保付 ${inWords(fund)}${critical > 0 ? `，大病保险再付 ${inWords(critical)}` : ''}`;
  return `一共 ${inWords(bill)}，${layers}，自己付 ${inWords(self)}。`;
}
