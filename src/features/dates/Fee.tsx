import type { ReactNode } from 'react';
import { formatMoney, type Premium, yearOf } from '#engine';
import type { IsoDate } from '#policy/types.ts';
import { Amount, Breakdown, type BreakdownLine } from '#ui';
import { PolicyValue } from './Computed.tsx';
import { FeeFigure, lineName, monthly, sumWords, TIER_NAMES } from './FeeFigure.tsx';
import type { Price, Way } from './newborn.ts';
import { WeakChip } from './WeakChip.tsx';
import { payWord } from './words.ts';

/** The lines of a sum, and the sum. */
export function FeeLines({ city, premium, label }: { city: string; premium: Premium; label: string }): ReactNode {
  const lines: BreakdownLine[] = premium.lines.map((line) => ({
    id: line.from,
    label: lineName(line),
    note: (
      <>
        {monthly(line) ? '每月 ' : '每年 '}
        <PolicyValue city={city} figure={line.price} /> <WeakChip figure={line.price} />
      </>
    ),
    value: <Amount value={formatMoney(line.sum)} />,
  }));
  const total: BreakdownLine = {
    id: 'own',
    label: `一共${payWord(city)}`,
    value: <FeeFigure city={city} premium={premium} label={label} />,
    total: true,
  };
  return <Breakdown label={label} lines={[...lines, total]} />;
}

/** The prices of a payment: a sum per tier where there are two, else its lines. */
export function Prices({ city, prices }: { city: string; prices: Price[] }): ReactNode {
  const pay = payWord(city);
  const [only] = prices;
  if (prices.length === 1 && only?.premium.kind === 'computed') {
    return <FeeLines city={city} premium={only.premium} label={`一共${pay}多少`} />;
  }
  const lines = prices.flatMap(({ tier, premium }): BreakdownLine[] =>
    premium.kind === 'computed'
      ? [
          {
            id: String(tier),
            label: `${pay}多少（${TIER_NAMES[tier]}）`,
            ...(premium.lines.length > 1 && { note: sumWords(premium) }),
            value: <FeeFigure city={city} premium={premium} label={`${TIER_NAMES[tier]}${pay}多少`} />,
          },
        ]
      : [],
  );
  if (lines.length > 0) return <Breakdown label={`${pay}多少`} lines={lines} />;
  const [reason] = prices.flatMap(({ premium }) => (premium.kind === 'notComputable' ? [premium.reason] : []));
  if (reason === 'notPublished') return <p>要{pay}多少：本年度标准尚未公布，以缴费页面显示的金额为准。</p>;
  return reason === 'noRecord' ? <p>要{pay}多少：没有该年度的资料。</p> : null;
}

/** The prices of the tiers in a sentence: `一档 ¥400、二档 ¥775`. */
export function PricesInWords({ city, prices, of }: { city: string; prices: readonly Price[]; of: string }): ReactNode {
  const known = prices.flatMap(({ tier, premium }) => (premium.kind === 'computed' ? [{ tier, premium }] : []));
  return known.map(({ tier, premium }, place) => (
    <span key={tier} className="wa-keep">
      {place > 0 && '、'}
      {known.length > 1 && `${TIER_NAMES[tier]} `}
      <FeeFigure city={city} premium={premium} label={`${of}${TIER_NAMES[tier]}${payWord(city)}多少`} />
    </span>
  ));
}

/** Of two years paid together: the one whose price is known, where that of the other is not. */
export function BirthYearPrice({ city, way, today }: { city: string; way: Way; today: IsoDate }): ReactNode {
  if (!way.birthYear) return null;
  const { year, prices } = way.birthYear;
  const other = yearOf(way.payment.payDate);
  return (
    <p>
      出生那一年（{year}）：
      <PricesInWords city={city} prices={prices} of={`${year} 年，`} />。
      {other === yearOf(today) ? `今年（${other}）` : `${other} 年`}的标准尚未公布，两项加起来才是一共要{payWord(city)}
      的。
    </p>
  );
}
