import { useMemo } from 'react';
import { formatMoney } from '#engine';
import { answersOf, type Bar, barsOf, childFacts, notesOf } from '#journeys';
import { NO_CHILD, ownFiguresOf, useChildren } from '#platform';
import type { LedgerFile } from '#policy/types.ts';
import { Amount, CityTexts, Notice, PolicyFigure, RichText, refusalWords } from '#ui';
import type { BookProps } from './Book.tsx';

/** What is left of each limit of the year, and what is missing to each threshold. */
export function Bars({ info, file, city, graph, settled, year, person, today }: BookProps & { file: LedgerFile }) {
  const child = useChildren(({ children }) => children[person?.place ?? -1]) ?? NO_CHILD;
  const on = today.startsWith(year) ? today : `${year}-12-31`;
  const bars = useMemo(() => {
    const known = answersOf(graph, childFacts(city, child, today));
    return barsOf(city.policy, file, settled, known, on);
  }, [city, graph, file, settled, child, today, on]);
  const texts = useMemo(() => textsOf(bars, on), [bars, on]);
  const notes = notesOf(file, settled);
  // Read as it stands: nobody changes one while the ledger is looked at.
  const own = ownFiguresOf(info.id).some(
    ({ id, from, to }) => city.rules.visitFigures.includes(id) && from.slice(0, 4) <= year && year <= to.slice(0, 4),
  );
  const gap =
    bars.length === 0 && city.policy.on(on).gap(file.bars.flatMap(({ figures }) => figures.map(({ id }) => id)));
  return (
    <section className="wa-section">
      <h2 className="wa-section-title">{today.startsWith(year) ? '今年还剩' : `${year}年还剩`}</h2>
      <CityTexts city={info.id} of={texts}>
        {bars.length > 0 && (
          <ul className="wa-card led-card led-bars">
            {bars.map((bar) => (
              <OneBar key={bar.bar.id} bar={bar} on={on} />
            ))}
          </ul>
        )}
      </CityTexts>
      {own && <Notice>你自己填过数字：那只用在估算里，账本一律按公布的数字算。</Notice>}
      {gap && <Notice>{refusalWords(gap, `${year}年`).title}，限额还剩多少先不写。</Notice>}
      <CityTexts city={info.id} of={file}>
        {notes.map(({ text }) => (
          <Notice key={text}>
            <p>
              <RichText text={text} />
            </p>
          </Notice>
        ))}
      </CityTexts>
    </section>
  );
}

/** The parameters of the bars, so that they can be drawn as figures with their sentence behind them. */
function textsOf(bars: readonly Bar[], on: string): object {
  const figures = bars.flatMap((bar) => bar.figures);
  return {
    figures: Object.fromEntries(
      figures.map(({ id, dated, parameter: { label, unit } }) => [`${id}@${on}`, { label, value: dated.value, unit }]),
    ),
  };
}

function OneBar({ bar: { bar, whole, used, left, figures }, on }: { bar: Bar; on: string }) {
  const [main, step] = figures;
  const amount = (fen: number) => <Amount value={formatMoney(fen)} />;
  // What is said under it, for both kinds: so much of it is reached.
  const share = whole > 0 ? used / whole : 0;
  const times = main && step ? (whole - main.fen) / step.fen : 0;
  const limit = main && <PolicyFigure name={`${main.id}@${on}`} />;
  const more = step && (
    <>
      {' '}
      + <PolicyFigure name={`${step.id}@${on}`} /> × {times}
    </>
  );
  return (
    <li className="led-bar">
      <p className="led-bar-head">
        <span>{bar.label}</span>
        <strong>{headline(bar.kind, left, amount)}</strong>
      </p>
      <div className="led-track" aria-hidden="true">
        <div className={`led-fill led-${bar.kind}`} style={{ width: `${share * 100}%` }} />
      </div>
      <p className="wa-note-text">
        {bar.kind === 'limit' ? '已报销 ' : '已累计 '}
        {amount(used)}
        {bar.kind === 'limit' ? '，一年最多 ' : '，满 '}
        {limit}
        {more}
        {bar.kind === 'threshold' && ' 起报'}
      </p>
    </li>
  );
}

function headline(kind: 'limit' | 'threshold', left: number, amount: (fen: number) => React.ReactNode) {
  if (left === 0) return kind === 'limit' ? '已用完' : '已经到了';
  return (
    <>
      {kind === 'limit' ? '还剩 ' : '还差 '}
      {amount(left)}
    </>
  );
}
