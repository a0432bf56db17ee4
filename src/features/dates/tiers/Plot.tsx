import type { Fen } from '#engine';
import { formatMoney } from '#engine';
import { formatYuan } from '#ui';

export interface PlotProps {
  /** The verb for paying. */
  pay: string;
  points: { spend: Fen; gain: Fen }[];
  /** What the dearer tier costs more. */
  extra: Fen;
  /** Where the lines meet, if they do. */
  meet?: Fen;
  end: Fen;
  /** Says the same in words. */
  label: string;
}

const W = 300;
const H = 160;

/** What the dearer tier pays more, over the spending, against what it costs more. Lines only: the words stand beside it. */
export function Plot({ pay, points, extra, meet, end, label }: PlotProps) {
  const top = Math.max(extra * 1.25, ...points.map(({ gain }) => gain));
  const x = (fen: Fen) => (fen / end) * W;
  const y = (fen: Fen) => H - (fen / top) * H;
  const line = points.map(({ spend, gain }) => `${x(spend).toFixed(1)},${y(gain).toFixed(1)}`).join(' ');
  const cost = y(extra);
  return (
    <figure className="tiers-plot">
      <p className="tiers-axis">二档多报的钱</p>
      <div className="tiers-frame">
        <svg viewBox={`0 0 ${W} ${H}`} preserveAspectRatio="none" role="img" aria-label={label}>
          <title>{label}</title>
          <polygon className="tiers-area" points={`0,${H} ${line} ${W},${H}`} />
          <line className="tiers-base" x1="0" x2={W} y1={H} y2={H} />
          <line className="tiers-cost" x1="0" x2={W} y1={cost} y2={cost} />
          <polyline className="tiers-gain" points={line} />
          {meet !== undefined && <line className="tiers-drop" x1={x(meet)} x2={x(meet)} y1={cost} y2={H} />}
        </svg>
        {meet !== undefined && (
          <span className="tiers-dot" style={{ left: `${(x(meet) / W) * 100}%`, top: `${(cost / H) * 100}%` }} />
        )}
      </div>
      <div className="tiers-ticks">
        <span>¥0</span>
        <span>{formatYuan(formatMoney(end / 2), true)}</span>
        <span>{formatYuan(formatMoney(end), true)}</span>
      </div>
      <ul className="tiers-legend">
        <li className="tiers-key tiers-key-gain">二档多报的钱</li>
        <li className="tiers-key tiers-key-cost">二档多{pay}的钱</li>
      </ul>
    </figure>
  );
}
