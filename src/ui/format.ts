import type { Unit } from '#policy/types.ts';

/** `"1234567.5"` → `1,234,567.5`. Takes a decimal string, changes no digit. */
export function group(value: string): string {
  const [whole = '', decimals] = value.split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  return decimals === undefined ? grouped : `${grouped}.${decimals}`;
}

/** `75` `%` → `75%`; `436.32` `元/年` → `436.32 元` (in a sentence, which says of what); `full` keeps `元/年`. */
export function formatValue(value: string, unit: Unit | string, words?: string, full = false): string {
  if (unit === 'choice') return words ?? value;
  if (unit === '%') return `${group(value)}%`;
  return `${group(value)} ${full ? unit : (unit.split('/')[0] ?? unit)}`;
}

/** A decimal string of yuan as it stands on a bill: `"1234.5"` → `¥1,234.50`; `round` drops `.00`. */
export function formatYuan(value: string, round = false): string {
  const [whole = '0', decimals = ''] = value.split('.');
  const cents = decimals.padEnd(2, '0');
  const sign = whole.startsWith('-') ? '−' : '';
  return `${sign}¥${group(whole.replace('-', ''))}${round && cents === '00' ? '' : `.${cents}`}`;
}

/** How a screen reader says it: `1,234.50 元`. */
export function spokenYuan(value: string): string {
  return `${formatYuan(value).replace('¥', '').replace('−', '负 ')} 元`;
}

/** A label without what stands in brackets: `住院（含日间手术）` → `住院`. */
export const withoutBrackets = (label: string): string => label.replace(/（[^）]*）/g, '');
