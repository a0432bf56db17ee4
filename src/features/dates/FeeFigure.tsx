import { formatMoney, type Premium, type PremiumLine, type Tier, yearOf } from '#engine';
import type { IsoDate } from '#policy/types.ts';
import { formatDate, formatYuan, spokenYuan } from '#ui';
import { Computed } from './Computed.tsx';
import { plain, yuan } from './words.ts';

export const TIER_NAMES: Record<Tier, string> = { 1: '一档', 2: '二档' };

export const monthly = ({ price }: PremiumLine): boolean => price.parameter.unit === '元/月';

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

/** A price in it is arithmetic, not published. */
export const isDerived = ({ lines }: Premium): boolean =>
  lines.some(({ price: { own, dated } }) => !own && dated.grade === 'D');

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
