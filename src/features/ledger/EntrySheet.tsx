import { useNavigate } from 'react-router';
import { formatMoney, yearOf } from '#engine';
import { askedFields, asksForUsed, queryOf, type Row, validAnswers } from '#journeys';
import type { LedgerEntry } from '#platform';
import type { EstimateGraph } from '#policy/types.ts';
import {
  Actions,
  Amount,
  Breakdown,
  formatDate,
  formatYuan,
  Row as Line,
  Notice,
  PrimaryButton,
  SecondaryButton,
  Sheet,
  SureButton,
  toast,
} from '#ui';
import type { BookProps } from './Book.tsx';
import { answerWords, isOfChild, whyNot } from './words.ts';

interface Props extends Omit<BookProps, 'settled'> {
  row: Row<LedgerEntry> | undefined;
  open: boolean;
  onClose: () => void;
}

/** One visit: what it came to, what was entered, and how to change or remove it. */
export function EntrySheet({ row, open, onClose, ...book }: Props) {
  return (
    <Sheet open={open} onClose={onClose} title={row ? formatDate(row.entry.date) : '这一笔'}>
      {row && <Entry key={row.entry.id} {...book} row={row} onClose={onClose} />}
    </Sheet>
  );
}

function Entry({ info, graph, ledger, row, onClose }: Omit<Props, 'open'> & { row: Row<LedgerEntry> }) {
  const navigate = useNavigate();
  const { entry } = row;
  // In place of this half-screen in the history, so that "back" leads to the ledger.
  const change = () => {
    const { id, child, answers, amounts, date } = entry;
    const record = { id, child, answers, amounts, year: date.slice(0, 4) };
    void navigate(addressOf(info.id, graph, entry), { replace: true, state: { record } });
  };
  const remove = async () => {
    const kept = await ledger.changeLedger({ remove: [entry.id] });
    onClose();
    if (kept) void toast('已删掉');
  };
  return (
    <>
      <Outcome row={row} />
      <dl>
        {answerWords(graph, entry.answers).map(({ name, value }) => (
          <Line key={name} name={name}>
            {value}
          </Line>
        ))}
        {askedFields(graph.costs.fields, entry.answers).map(({ id, label }) => (
          <Line key={id} name={label}>
            {entry.amounts[id] ? formatYuan(entry.amounts[id]) : '没有填'}
          </Line>
        ))}
        {entry.note && <Line name="备注">{entry.note}</Line>}
      </dl>
      <Actions>
        <PrimaryButton onClick={change}>修改这一笔</PrimaryButton>
        {isOfChild(row) && <SecondaryButton to="/me/">去“我的孩子”</SecondaryButton>}
      </Actions>
      <SureButton label="删掉这一笔" stop="不删了" sure="确定删掉" onSure={() => void remove()}>
        删掉以后，这一年里它后面的都会重新算。
      </SureButton>
    </>
  );
}

function Outcome({ row }: { row: Row<LedgerEntry> }) {
  const { outcome } = row;
  if (outcome.kind !== 'computed') return <Notice tone="warn">{whyNot(row)}</Notice>;
  const amount = (fen: number) => <Amount value={formatMoney(fen)} />;
  const { fund, critical, self, bill } = outcome;
  return (
    <Breakdown
      label="这一笔谁付多少"
      lines={[
        { id: 'fund', label: '医保付', value: amount(fund) },
        ...(critical > 0 ? [{ id: 'critical', label: '大病保险付', value: amount(critical) }] : []),
        { id: 'self', label: '自己付', value: amount(self) },
        { id: 'bill', label: '总费用', value: amount(bill), total: true },
      ]}
    />
  );
}

/** The estimate with the answers of the visit, at its result. */
function addressOf(city: string, graph: EstimateGraph, { answers, date }: LedgerEntry): string {
  const asked = { questions: graph.questions.filter((question) => !asksForUsed(question)) };
  const query = queryOf(validAnswers(asked, answers), { at: 'result', record: true, year: yearOf(date) });
  return `/${city}/estimate/${query}`;
}
