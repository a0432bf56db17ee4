import { memo, useCallback } from 'react';
import { formatMoney } from '#engine';
import type { Row } from '#journeys';
import type { LedgerEntry } from '#platform';
import type { EstimateGraph } from '#policy/types.ts';
import { Cell, CellGroup, formatYuan, TextButton, useSheet } from '#ui';
import type { BookProps } from './Book.tsx';
import { EntrySheet } from './EntrySheet.tsx';
import { type Month, monthsOf } from './months.ts';
import { showMonth, useShelf } from './shelf.ts';
import { visitWords, whyNot } from './words.ts';

/** As many more at a tap. */
const MORE = 50;

/** The visits of the year, month by month, newest first. */
export function Months({ settled, ...book }: BookProps) {
  const months = monthsOf(settled.rows);
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

function OneMonth({ month, rows, first, sums, graph, onOpen }: OneMonthProps) {
  const shown = useShelf(({ months }) => months[month]) ?? first;
  const rest = rows.length - shown;
  // What the rules do not settle is in no sum.
  const some = sums.counted < rows.length ? `，算出 ${sums.counted} 笔` : '';
  const sum = sums.counted > 0 ? `${some}，自己付 ${formatYuan(formatMoney(sums.self))}` : '';
  return (
    <CellGroup title={`${Number(month.slice(5))}月（${rows.length} 笔${sum}）`}>
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
