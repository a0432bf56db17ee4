import { useMemo, useState } from 'react';
import { formatMoney, type Settled } from '#engine';
import type { Situation } from '#journeys';
import { Amount, group, SecondaryButton } from '#ui';
import { DeedLine } from './Comparison.tsx';
import { causesOf } from './causes.ts';
import type { Asked } from './ways.ts';

const FIRST = 3;

/** Why it is less than one thought: each cause with what it came to, and where it says what to do. */
export function WhyLess({ asked, outcome, situation }: { asked: Asked; outcome: Settled; situation: Situation }) {
  const [all, setAll] = useState(false);
  const { critical } = outcome;
  const causes = useMemo(() => causesOf(asked, outcome, situation.visit), [asked, outcome, situation]);
  if (causes.length === 0) return null;
  return (
    <section className="wa-section">
      <h2 className="wa-section-title">为什么比我想的少？</h2>
      <ul className="cmp-list" aria-label="原因">
        {causes.slice(0, all ? causes.length : FIRST).map(({ id, text, kind, amount, deed }) => (
          <li key={id} className="cmp-group">
            <p className="cmp-head">
              <span className="why-text">{text}</span>
              <span className="why-amount">
                {kind === 'more' ? '多付' : '没报'} <Amount value={formatMoney(amount)} />
              </span>
            </p>
            {deed && <DeedLine deed={deed} />}
          </li>
        ))}
      </ul>
      {!all && causes.length > FIRST && (
        <div className="cmp-all">
          <SecondaryButton onClick={() => setAll(true)}>看全部 {causes.length} 条</SecondaryButton>
        </div>
      )}
      {(causes.length > 1 || critical > 0) && (
        <p className="wa-note-text">
          {causes.length > 1 && '每一条单独算，有的互相重叠，不能相加。'}
          {critical > 0 && `没报的里面，大病保险又付回 ${group(formatMoney(critical))} 元。`}
        </p>
      )}
    </section>
  );
}
