import type { ReactNode } from 'react';
import { formatYuan, spokenYuan } from './format.ts';
import './money.css';

/** An amount in yuan, from a decimal string such as `"1234.50"`; read aloud as `1,234.50 元`. */
export function Amount({ value, round }: { value: string; round?: boolean }) {
  return (
    <span className="wa-num" role="img" aria-label={spokenYuan(value)}>
      {formatYuan(value, round)}
    </span>
  );
}

export interface SplitBarProps {
  fundLabel: string;
  ownLabel: string;
  /** Decimal strings of yuan; their sum is the bill. */
  fund: string;
  own: string;
}

/** Who pays how much of the bill: a bar of two parts, and the same in words. */
export function SplitBar({ fundLabel, ownLabel, fund, own }: SplitBarProps) {
  const total = Number(fund) + Number(own);
  const share = total > 0 ? (Number(fund) / total) * 100 : 0;
  return (
    <div className="wa-split">
      <div className="wa-split-bar" aria-hidden="true">
        <div className="wa-split-fund" style={{ width: `${share}%` }} />
      </div>
      <ul className="wa-split-legend">
        <li className="wa-split-key wa-split-key-fund">
          {fundLabel} <Amount value={fund} />
        </li>
        <li className="wa-split-key wa-split-key-own">
          {ownLabel} <Amount value={own} />
        </li>
      </ul>
    </div>
  );
}

export interface BreakdownLine {
  id: string;
  label: ReactNode;
  note?: ReactNode;
  /** Usually an `Amount` or a `Figure`. */
  value: ReactNode;
  /** The line the others add up to. */
  total?: boolean;
}

/** A calculation line by line, numbers right-aligned under each other. */
export function Breakdown({ lines, label }: { lines: BreakdownLine[]; label: string }) {
  return (
    <ul className="wa-breakdown" aria-label={label}>
      {lines.map(({ id, label: name, note, value, total }) => (
        <li key={id} className={`wa-line${total ? ' wa-line-total' : ''}`}>
          <span className="wa-line-text">
            {name}
            {note && <span className="wa-line-note">{note}</span>}
          </span>
          <span className="wa-line-value wa-num">{value}</span>
        </li>
      ))}
    </ul>
  );
}
