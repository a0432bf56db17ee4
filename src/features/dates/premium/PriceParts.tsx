/** Below the sum: how a price is made, what the payment covers, and what is known where there is no price yet. */
import { type Figure as EngineFigure, formatMoney } from '#engine';
import { Amount, Breakdown, type BreakdownLine, formatDate, OwnBadge } from '#ui';
import { PolicyValue } from '../Computed.tsx';
import type { Way } from '../newborn.ts';
import { Span } from '../Span.tsx';
import { WeakChip } from '../WeakChip.tsx';
import type { Formula, PremiumAnswer } from './premium.ts';

/** Base × rate, month by month; and the printed prices of whole years. */
export function HowPriced({ city, formulas, printed }: { city: string; formulas: Formula[]; printed: EngineFigure[] }) {
  const [first] = formulas;
  const monthly = formulas.map(
    ({ line, base, rate }): BreakdownLine => ({
      id: line.from,
      label: `${formatDate(line.from.slice(0, 7))}起，每月`,
      note: (
        <>
          <PolicyValue city={city} figure={base} /> × <PolicyValue city={city} figure={rate} />
        </>
      ),
      value: (
        <>
          <Amount value={formatMoney(line.price.fen)} />
          {line.price.own && <OwnBadge rests />}
        </>
      ),
    }),
  );
  const yearly = printed.map(
    (figure): BreakdownLine => ({
      id: `year${figure.dated.from}`,
      label: `${formatDate(figure.dated.from.slice(0, 7))}开始的学年，全年`,
      note: <WeakChip figure={figure} />,
      value: <PolicyValue city={city} figure={figure} />,
    }),
  );
  return (
    <section className="wa-section">
      <h2 className="wa-section-title">每月的钱是怎么定的</h2>
      <section className="wa-card dates-way">
        {first && <p>每月个人缴费 = {first.base.parameter.label} × 个人的比例，四舍五入到分。</p>}
        <Breakdown label="每月的钱是怎么定的" lines={[...monthly, ...yearly]} />
      </section>
    </section>
  );
}

export function Covered({ city, way, title }: { city: string; way: Way; title: string }) {
  return (
    <section className="wa-section">
      <h2 className="wa-section-title">{title}</h2>
      <section className="wa-card dates-way">
        <Span city={city} coverage={way.coverage} payDate={way.payment.payDate} />
      </section>
    </section>
  );
}

/** No price yet: how it will be made, and the newest one, clearly of another year. */
export function HowItWillBe({
  city,
  unknown: { base, rate, latest },
}: {
  city: string;
  unknown: NonNullable<PremiumAnswer['unknown']>;
}) {
  return (
    <section className="wa-section">
      <h2 className="wa-section-title">{base && rate ? '公布以后可以自己算' : '已经公布的最近一年'}</h2>
      <section className="wa-card">
        {base && rate && (
          <p>
            每月 = 新公布的{base.label} × <PolicyValue city={city} figure={rate} />
            ，四舍五入到分；再乘要缴费的月数。这个比例是上一个学年的，也可能变。
          </p>
        )}
        {latest.map((figure) => (
          <p key={figure.id} className="dates-sentence">
            {formatDate(figure.dated.from.slice(0, 4))}
            {base ? '开始的学年' : ''}，{figure.parameter.label}：<PolicyValue city={city} figure={figure} />
          </p>
        ))}
        <p className="wa-note-text">已有的数字只给你参考，不代表还没公布的那一年。</p>
      </section>
    </section>
  );
}
