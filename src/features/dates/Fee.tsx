import type { ReactNode } from 'react';
import { formatMoney, type Premium, type PremiumOutcome, type Tier } from '#engine';
import { Amount, Breakdown, type BreakdownLine } from '#ui';
import { PolicyValue } from './Computed.tsx';
import { FeeFigure, lineName, monthly, sumWords, TIER_NAMES } from './FeeFigure.tsx';
import { WeakChip } from './WeakChip.tsx';

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
    label: '一共交',
    value: <FeeFigure city={city} premium={premium} label={label} />,
    total: true,
  };
  return <Breakdown label={label} lines={[...lines, total]} />;
}

/** The prices of a payment: a sum per tier where there are two, else its lines. */
export function Prices({
  city,
  prices,
}: {
  city: string;
  prices: { tier: Tier; premium: PremiumOutcome }[];
}): ReactNode {
  const [only] = prices;
  if (prices.length === 1 && only?.premium.kind === 'computed') {
    return <FeeLines city={city} premium={only.premium} label="一共交多少" />;
  }
  const lines = prices.flatMap(({ tier, premium }): BreakdownLine[] =>
    premium.kind === 'computed'
      ? [
          {
            id: String(tier),
            label: `交多少（${TIER_NAMES[tier]}）`,
            ...(premium.lines.length > 1 && { note: sumWords(premium) }),
            value: <FeeFigure city={city} premium={premium} label={`${TIER_NAMES[tier]}交多少`} />,
          },
        ]
      : [],
  );
  if (lines.length > 0) return <Breakdown label="交多少" lines={lines} />;
  const [reason] = prices.flatMap(({ premium }) => (premium.kind === 'notComputable' ? [premium.reason] : []));
  if (reason === 'notPublished') return <p>要交多少：本年度标准尚未公布，以缴费页面显示的金额为准。</p>;
  return reason === 'noRecord' ? <p>要交多少：没有该年度的资料。</p> : null;
}
