/**
 * Lines of money over money, with a point that is dragged. Drawn on a square that is stretched to its box, so that it
 * needs no measuring; words and knobs are laid over it and keep the size of the text. Lines differ by number and dash, not by
 * colour alone.
 */
import { line } from 'd3-shape';
import { type CSSProperties, type KeyboardEvent, memo, type PointerEvent, useRef } from 'react';
import type { Fen } from '#engine';
import { axisYuan, ticks } from './axis.ts';
import styles from './chart.css?inline';

export interface ChartPoint {
  x: Fen;
  y: Fen;
}

/** A place of a line that is marked; `name` is written beside it. */
export interface ChartMark extends ChartPoint {
  name?: string;
}

export interface ChartLine {
  id: string;
  /** Corners of the line, its ends included. */
  points: readonly ChartPoint[];
  marks: readonly ChartMark[];
}

export interface ChartProps {
  lines: readonly ChartLine[];
  /** Ends of the axes; both begin at nothing. */
  end: Fen;
  top: Fen;
  /** Names of the axes. */
  across: string;
  up: string;
  /** Where the point is, and the amount of each line there. */
  at: Fen;
  values: readonly Fen[];
  /** The point moves by so much. */
  step: Fen;
  /** Over the point. */
  flag: string;
  /** The name of the point and what is said of where it is. */
  label: string;
  spoken: string;
  onMove: (to: Fen) => void;
}

const SIDE = 1000;
const percent = (part: number, whole: number) => `${(part / whole) * 100}%`;
/** Words near an edge are set from that edge. */
const alignOf = (x: Fen, end: Fen) => (x < end * 0.25 ? 'start' : x > end * 0.72 ? 'end' : 'middle');

/**
 * Lines rise, so there is room to the left above a place; near the left edge, high above it on a stalk, or below. The words of
 * further places stand under the line, where those of the first do not.
 */
function wordOf({ x, y }: ChartPoint, first: boolean, end: Fen, top: Fen): 'left' | 'high' | 'below' | 'under' {
  if (!first) return x > end * 0.6 ? 'under' : 'below';
  if (x > end * 0.42) return 'left';
  return y < top * 0.6 ? 'high' : 'below';
}

export function Chart(props: ChartProps) {
  const { lines, end, top, up, across, at, values, step, flag, label, spoken, onMove } = props;
  const clamped = (to: Fen) => onMove(Math.max(0, Math.min(end, to)));
  const drag = (event: PointerEvent<HTMLDivElement>) => {
    const { left, width } = event.currentTarget.getBoundingClientRect();
    clamped(Math.round((((event.clientX - left) / width) * end) / step) * step);
  };
  // Where a finger came down, until it is clear what it wants: across it moves the point, up and down it scrolls the page.
  const down = useRef<{ x: number; y: number }>(undefined);
  const place: CSSProperties = { left: percent(Math.min(at, end), end) };
  return (
    <div className="chart">
      <style>{styles}</style>
      <p className="chart-up">{up}</p>
      <div
        className="chart-frame"
        onPointerDown={(event) => {
          event.currentTarget.setPointerCapture(event.pointerId);
          down.current = { x: event.clientX, y: event.clientY };
          if (event.pointerType === 'mouse') drag(event);
        }}
        onPointerMove={(event) => {
          if (!event.currentTarget.hasPointerCapture(event.pointerId)) return;
          const { x, y } = down.current ?? { x: 0, y: event.clientY };
          if (event.pointerType !== 'mouse' && Math.abs(event.clientX - x) <= Math.abs(event.clientY - y)) return;
          down.current = undefined;
          drag(event);
        }}
        onPointerUp={(event) => {
          // A tap.
          if (down.current) drag(event);
          down.current = undefined;
        }}
      >
        <Ground lines={lines} end={end} top={top} />
        <div className={`chart-flag chart-${alignOf(at, end)}`} style={place}>
          {flag}
        </div>
        <div className="chart-cursor" style={place} />
        {lines.map(({ id }, place_) => (
          <span
            key={id}
            className={`chart-value chart-c${place_}`}
            style={{ ...place, top: percent(top - (values[place_] ?? 0), top) }}
          />
        ))}
        <div
          className="chart-knob"
          style={{ ...place, top: percent(top - (values[0] ?? 0), top) }}
          role="slider"
          tabIndex={0}
          aria-label={label}
          aria-valuemin={0}
          aria-valuemax={end / 100}
          aria-valuenow={at / 100}
          aria-valuetext={spoken}
          onKeyDown={(event) => {
            const to = keyed(event, at, end, step);
            if (to === undefined) return;
            event.preventDefault();
            clamped(to);
          }}
        />
      </div>
      <div className="chart-across" aria-hidden="true">
        {[0, end / 2, end].map((fen) => (
          <span key={fen}>{axisYuan(fen)}</span>
        ))}
      </div>
      <p className="chart-name">{across}</p>
    </div>
  );
}

/** Where a key leads, if it leads anywhere. */
function keyed({ key }: KeyboardEvent, at: Fen, end: Fen, step: Fen): Fen | undefined {
  const by: Record<string, number> = {
    ArrowRight: 1,
    ArrowUp: 1,
    ArrowLeft: -1,
    ArrowDown: -1,
    PageUp: 10,
    PageDown: -10,
  };
  if (key === 'Home') return 0;
  if (key === 'End') return end;
  const steps = by[key];
  return steps === undefined ? undefined : at + steps * step;
}

/** All that stays while the point moves. */
const Ground = memo(function Ground({ lines, end, top }: Pick<ChartProps, 'lines' | 'end' | 'top'>) {
  const x = (fen: Fen) => (fen / end) * SIDE;
  const y = (fen: Fen) => SIDE - (fen / top) * SIDE;
  const path = line<ChartPoint>(
    (point) => x(point.x),
    (point) => y(point.y),
  ).digits(2);
  const numbers = ends(lines, top);
  return (
    <>
      <svg viewBox={`0 0 ${SIDE} ${SIDE}`} preserveAspectRatio="none" aria-hidden="true">
        {ticks(top).map((fen) => (
          <line key={fen} className="chart-grid" x1="0" x2={SIDE} y1={y(fen)} y2={y(fen)} />
        ))}
        <line className="chart-base" x1="0" x2={SIDE} y1={SIDE} y2={SIDE} />
        {lines
          .map(({ id, points }, place) => (
            <path key={id} className={`chart-line chart-c${place}`} d={path(points) ?? ''} />
          ))
          .reverse()}
      </svg>
      {ticks(top).map((fen) => (
        <span key={fen} className="chart-tick" style={{ top: percent(top - fen, top) }} aria-hidden="true">
          {axisYuan(fen)}
        </span>
      ))}
      {lines.flatMap(({ id, marks }, place) =>
        marks.map((mark, nth) => (
          <span
            key={`${id} ${mark.x}`}
            className={`chart-mark chart-c${place}`}
            style={{ left: percent(mark.x, end), top: percent(top - mark.y, top) }}
          >
            {mark.name && (
              <span className={`chart-word chart-word-${wordOf(mark, nth === 0, end, top)}`}>{mark.name}</span>
            )}
          </span>
        )),
      )}
      <svg className="chart-leads" viewBox={`0 0 1 ${SIDE}`} preserveAspectRatio="none" aria-hidden="true">
        {numbers.map((height, place) => (
          <line
            key={lines[place]?.id}
            className={`chart-lead chart-c${place}`}
            x2="1"
            y1={y(endOf(lines[place]))}
            y2={y(height)}
          />
        ))}
      </svg>
      {numbers.map((height, place) => (
        <span
          key={lines[place]?.id}
          className={`chart-number chart-c${place}`}
          style={{ top: percent(top - height, top) }}
        >
          {place + 1}
        </span>
      ))}
    </>
  );
});

/** Least distance of two numbers at the ends of lines, as a part of the height. */
const APART = 0.1;

const endOf = (one: ChartLine | undefined): Fen => one?.points[one.points.length - 1]?.y ?? 0;

/** Heights of the numbers at the lines' ends: those of the lines, moved apart where they would cover each other; a lead goes to each. */
export function ends(lines: readonly ChartLine[], top: Fen): Fen[] {
  const heights = lines.map(endOf);
  const order = heights.map((_, place) => place).sort((a, b) => (heights[a] ?? 0) - (heights[b] ?? 0));
  let free = 0;
  for (const place of order) {
    heights[place] = Math.max(heights[place] ?? 0, free);
    free = (heights[place] ?? 0) + top * APART;
  }
  let limit = top;
  for (const place of order.reverse()) {
    heights[place] = Math.min(heights[place] ?? 0, limit);
    limit = (heights[place] ?? 0) - top * APART;
  }
  return heights;
}
