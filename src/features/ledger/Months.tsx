import { memo, useCallback, useMemo } from 'react';
import { formatMoney } from '#engine';
import { type Row, sumOf } from '#journeys';
import type { LedgerEntry } from '#platform';
import type { EstimateGraph } from '#policy/types.ts';
import { Cell, CellGroup, formatYuan, TextButton, useSheet } from '#ui';
import type { BookProps } from './Book.tsx';
import { EntrySheet } from './EntrySheet.tsx';
import { showMonth, useShelf } from './shelf.ts';
import { visitWords, whyNot } from './words.ts';

/** So many visits are drawn at first, the newest; then as many more at a tap. */
const FIRST = 40;
const MORE = 50;

interface Month {
  month: string;
  /** Newest first. */
  rows: Row<LedgerEntry>[];
  /** How many are drawn before anybody asks for more. */
  first: number;
}

function monthsOf(rows: readonly Row<LedgerEntry>[]): Month[] {
  const months = new Map<string, Row<LedgerEntry>[]>();
  for (const row of [...rows].reverse()) {
    const month = row.entry.date.slice(0, 7);
    const list = months.get(month);
    if (list) list.push(row);
    else months.set(month, [row]);
  }
  let room = FIRST;
  return Array.from(months, ([month, list]) => {
    const first = Math.min(room, list.length);
    room -= first;
    return { month, rows: list, first };
  });
}

/** The visits of the year, month by month, newest first. */
export function Months({ settled, ...book }: BookProps) {
  const months = useMemo(() => monthsOf(settled.rows), [settled]);
  const chosen = useShelf(({ entry }) => entry);
  const row = chosen ? settled.rows.find(({ entry }) => entry.id === chosen) : undefined;
  const { open, show, close } = useSheet();
  const onOpen = useCallback(
    (id: string) => {
      useShelf.setState({ entry: id });
      show();
    },
    [show],
  );
  return (
    <>
      {months.map((month) => (
        <OneMonth key={month.month} {...month} graph={book.graph} onOpen={onOpen} />
      ))}
      <EntrySheet {...book} row={row} open={open && row !== undefined} onClose={close} />
    </>
  );
}

interface OneMonthProps extends Month {
  graph: EstimateGraph;
  onOpen: (id: string) => void;
}

function OneMonth({ month, rows, first, graph, onOpen }: OneMonthProps) {
  const shown = useShelf(({ months }) => months[month]) ?? first;
  const self = useMemo(() => sumOf(rows).self, [rows]);
  const rest = rows.length - shown;
  return (
    <CellGroup title={`${Number(month.slice(5))}月（${rows.length} 笔，自己付 ${formatYuan(formatMoney(self))}）`}>
      {rows.slice(0, shown).map((row) => (
        <Visit key={row.entry.id} row={row} graph={graph} onOpen={onOpen} />
      ))}
      {rest > 0 && (
        <li className="led-more">
          <TextButton onClick={() => showMonth(month, shown + MORE)}>
            {shown === 0 ? `看这个月的 ${rest} 笔` : `再看 ${Math.min(MORE, rest)} 笔（还有 ${rest} 笔）`}
          </TextButton>
        </li>
      )}
    </CellGroup>
  );
}

interface VisitProps {
  row: Row<LedgerEntry>;
  graph: EstimateGraph;
  onOpen: (id: string) => void;
}

/** Drawn anew only if its year stands elsewhere. */
const Visit = memo(function Visit({ row, graph, onOpen }: VisitProps) {
  const { entry, outcome } = row;
  const paid = (fen: number) => formatYuan(formatMoney(fen));
  return (
    <Cell
      title={`${Number(entry.date.slice(5, 7))}月${Number(entry.date.slice(8))}日 ${visitWords(graph, entry.answers)}`}
      desc={
        <>
          {outcome.kind === 'computed'
            ? `医保付 ${paid(outcome.fund + outcome.critical)}，自己付 ${paid(outcome.self)}`
            : whyNot(row)}
          {entry.note && <span className="led-note">{entry.note}</span>}
        </>
      }
      onClick={() => onOpen(entry.id)}
    />
  );
});
