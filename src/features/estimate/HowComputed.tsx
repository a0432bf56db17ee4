import { formatMoney, type Settled } from '#engine';
import { Amount, Breakdown, type BreakdownLine, explainStep } from '#ui';
import { Formula } from './TraceFigure.tsx';

/** The steps of the settlement with their formulas, and who pays what. */
export function HowComputed({ city, outcome }: { city: string; outcome: Settled }) {
  const lines: BreakdownLine[] = outcome.steps.flatMap((step, place) => {
    const words = explainStep(step);
    if (!words || step.op === 'self') return [];
    const note = (
      <>
        <Formula city={city} step={words} />
        {words.note && <span className="est-note">{words.note}</span>}
      </>
    );
    return [{ id: `${place}${step.op}`, label: words.title, note, value: words.result }];
  });
  return (
    <>
      <section className="wa-section">
        <h2 className="wa-section-title">怎么算的（单位：元；点绿色数字看依据）</h2>
        <div className="wa-card est-lines">
          <Breakdown label="计算过程" lines={lines} />
        </div>
      </section>
      <section className="wa-section">
        <h2 className="wa-section-title">谁付多少</h2>
        <div className="wa-card est-lines">
          <Breakdown label="谁付多少" lines={payers(outcome)} />
        </div>
      </section>
    </>
  );
}

function payers({ bill, fund, critical, self }: Settled): BreakdownLine[] {
  const amount = (fen: number) => <Amount value={formatMoney(fen)} />;
  return [
    { id: 'fund', label: '基本医保付', value: amount(fund) },
    ...(critical > 0 ? [{ id: 'critical', label: '大病保险付', value: amount(critical) }] : []),
    { id: 'self', label: '自己付', note: '医保没有付的，都在这里', value: amount(self) },
    { id: 'bill', label: '总费用', value: amount(bill), total: true },
  ];
}
