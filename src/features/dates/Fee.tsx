import type { ReactNode } from 'react';
import { formatMoney, type Premium, type PremiumLine, type PremiumOutcome, type Tier, yearOf } from '#engine';
import type { IsoDate } from '#policy/types.ts';
import { Amount, Breakdown, type BreakdownLine, formatDate, formatYuan, spokenYuan } from '#ui';
import { Computed, PolicyValue, WeakChip } from './Computed.tsx';
import { plain, yuan } from './words.ts';

export const TIER_NAMES: Record<Tier, string> = { 1: '一档', 2: '二档' };

const monthly = ({ price }: PremiumLine): boolean => price.parameter.unit === '元/月';

const monthName = (date: IsoDate): string => formatDate(date.slice(0, 7));

/** What is paid for: `2026年9月起 12 个月`, `2026年`. */
export const lineName = (line: PremiumLine): string =>
  monthly(line) ? `${monthName(line.from)}起 ${line.months} 个月` : `${yearOf(line.from)}年`;

/** The sum in one line: `12 × 40.56 = 486.72 元`. */
export function sumWords({ lines, own }: Premium): string {
  const parts = lines.map((line) =>
    monthly(line) ? `${line.months} × ${plain(line.price.fen)}` : `${yearOf(line.from)}年 ${plain(line.price.fen)}`,
  );
  return `${parts.join(' + ')} = ${yuan(own)}`;
}

/** A sum that can be opened. */
export function FeeFigure({
  city,
  premium,
  label,
  big,
}: {
  city: string;
  premium: Premium;
  label: string;
  big?: boolean;
}) {
  const value = formatMoney(premium.own);
  return (
    <Computed
      city={city}
      text={formatYuan(value, true)}
      spoken={spokenYuan(value)}
      label={label}
      how={sumWords(premium)}
      figures={premium.lines.map(({ price }) => price)}
      {...(big && { big })}
    />
  );
}

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
