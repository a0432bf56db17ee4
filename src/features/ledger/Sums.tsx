import { formatMoney } from '#engine';
import { Amount, Breakdown, CityTexts, Remarks } from '#ui';
import type { BookProps } from './Book.tsx';

/** What the year came to so far. */
export function Sums({ info, graph, settled, year, person }: BookProps) {
  const { sums, rows } = settled;
  const amount = (fen: number) => <Amount value={formatMoney(fen)} />;
  const left = rows.length - sums.counted;
  const remarks = rows.flatMap(({ outcome }) => (outcome.kind === 'computed' ? outcome.remarks : []));
  const whose = person && person.place === undefined ? '' : (person?.name ?? '');
  return (
    <section className="wa-section">
      <h2 className="wa-section-title">
        {whose} {year}年一共（{rows.length} 笔）
      </h2>
      <div className="wa-card led-card">
        <Breakdown
          label="这一年谁付多少"
          lines={[
            { id: 'fund', label: '医保付', value: amount(sums.fund) },
            ...(sums.critical > 0 ? [{ id: 'critical', label: '大病保险付', value: amount(sums.critical) }] : []),
            { id: 'self', label: '自己付', value: amount(sums.self) },
            { id: 'bill', label: '总费用', value: amount(sums.bill), total: true },
          ]}
        />
        {left > 0 && <p className="wa-note-text">有 {left} 笔没有算进去，原因写在那一笔下面。</p>}
      </div>
      {remarks.length > 0 && (
        <CityTexts city={info.id} of={graph}>
          <div className="wa-stack led-remarks">
            <Remarks texts={graph.remarks} remarks={remarks} />
          </div>
        </CityTexts>
      )}
    </section>
  );
}
