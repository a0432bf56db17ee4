/** The same bill otherwise as a picture: what the family pays over the bill, one line per way. Fetched when it is asked for. */
import { memo, useMemo, useState } from 'react';
import type { CityModule } from '#cities';
import { type Fen, formatMoney, parseMoney } from '#engine';
import { axisYuan, Chart, type ChartLine, Details, formatYuan, group, spokenYuan, Table, TextButton } from '#ui';
import type { Way } from '../ways.ts';
import { type CornerKind, type Curve, chosenCurves, curveOf, endsFor } from './curves.ts';
import styles from './plot.css?inline';

/** What begins at a corner: beside the line, and in the list. Class-B items bend a line and say nothing. */
const CORNERS: Record<CornerKind, { short?: string; long: string }> = {
  deductible: { long: '过了起付线，医保开始付' },
  limit: { short: '限额用完', long: '一年的限额用完' },
  critical: { short: '大病保险开始付', long: '大病保险开始付' },
  criticalMore: { long: '大病保险付得更多' },
  criticalLimit: { short: '大病保险封顶', long: '大病保险一年的限额用完' },
  classB: { long: '' },
};

const KINDS = (Object.keys(CORNERS) as CornerKind[]).filter((kind) => CORNERS[kind].short);

const yuan = (fen: Fen) => formatYuan(formatMoney(fen));
/** A bill is dragged in so many steps. */
const STEPS = 200;
/** Rows of the table. */
const ROWS = 5;

/** The first end by which a limit or the second layer is seen on the reader's line, unless it is far beyond the bill; else the nearest. */
function firstEnd(city: CityModule, own: Way | undefined, ends: readonly Fen[]): Fen {
  const corners = own ? curveOf(city, own, Math.max(...ends)).corners : [];
  const named = corners.find(({ kind }) => CORNERS[kind].short);
  return ends.slice(0, -1).find((end) => named && named.x < end * 0.97) ?? ends[0] ?? 0;
}

/** The button it was asked for by stood at its upper edge, often at the end of the screen. */
const intoView = (panel: HTMLElement | null) => panel?.scrollIntoView({ block: 'start' });

export function PlotPanel({ city, ways }: { city: CityModule; ways: readonly Way[] }) {
  const own = ways.find(({ mine }) => mine) ?? ways[0];
  const bill = parseMoney(own?.situation.visit.eligible ?? '') ?? 0;
  const ends = useMemo(() => endsFor(bill), [bill]);
  const [end, setEnd] = useState(() => firstEnd(city, own, ends));
  const [at, setAt] = useState(bill);
  const curves = useMemo(() => chosenCurves(city, ways, end), [city, ways, end]);
  const lines = useMemo(() => curves.map(lineOf), [curves]);
  const top = useMemo(() => topOf(lines), [lines]);
  const values = curves.map((curve) => curve.at(at));
  return (
    <>
      <div className="wa-card plot" ref={intoView}>
        <style>{styles}</style>
        <div className="plot-ends" role="radiogroup" aria-label="图画到多少">
          <span>画到</span>
          {ends.map((one) => (
            <label key={one} className="plot-end">
              <input
                type="radio"
                name="plot-end"
                checked={one === end}
                onChange={() => {
                  setEnd(one);
                  setAt(Math.min(at, one));
                }}
              />
              <span>{axisYuan(one)}</span>
            </label>
          ))}
        </div>
        <Chart
          lines={lines}
          end={end}
          top={top}
          up="自己付"
          across={`医保范围内的费用${others(own)}`}
          at={at}
          values={values}
          step={end / STEPS}
          flag={yuan(at)}
          label="医保范围内的费用"
          spoken={spoken(at, curves, values)}
          onMove={setAt}
        />
        <p className="plot-lead">
          医保范围内花 <strong>{yuan(at)}</strong>
          {others(own)}，自己付：
        </p>
        <ol className="plot-values">
          {curves.map(({ way }, place) => (
            <li key={way.name}>
              <span className={`chart-key chart-c${place}`}>{place + 1}</span>
              <Swatch place={place} />
              <span className="plot-way">
                {way.name}
                {way.mine && <span className="cmp-tag">你填的</span>}
              </span>
              <strong className="wa-num">{yuan(values[place] ?? 0)}</strong>
            </li>
          ))}
        </ol>
        {at !== bill && (
          <p className="plot-back">
            <TextButton
              onClick={() => {
                if (bill > end) setEnd(ends[0] ?? end);
                setAt(bill);
              }}
            >
              回到我的 {yuan(bill)}
            </TextButton>
          </p>
        )}
        <Marks curves={curves} />
      </div>
      <Details title="用表格看">
        <PlotTable curves={curves} end={end} bill={bill} />
      </Details>
    </>
  );
}

const lineOf = ({ way, points, corners }: Curve, place: number): ChartLine => ({
  id: way.name,
  points: [...points, ...corners].sort((a, b) => a.x - b.x),
  marks: corners
    .filter(({ kind }) => CORNERS[kind].short)
    .map(({ x, y, kind }, nth, all) => {
      const name = CORNERS[kind].short;
      // Words stand beside the reader's own line only, the first of each kind.
      const first = all.findIndex((one) => one.kind === kind) === nth;
      return place === 0 && first && name ? { x, y, name } : { x, y };
    }),
});

/** Above the highest line, and with room for the words above a place. */
const topOf = (lines: readonly ChartLine[]): Fen =>
  Math.max(
    100,
    ...lines.flatMap(({ points, marks }) => [
      ...points.map(({ y }) => y * 1.04),
      ...marks.map(({ y, name }) => (name ? y * 1.24 : y)),
    ]),
  );

/** Says that the rest of the bill stays. */
function others(way: Way | undefined): string {
  const { excluded = '0', consultationFee = '0' } = way?.situation.visit ?? {};
  const rest = [
    ...((parseMoney(consultationFee) ?? 0) > 0 ? ['诊查费'] : []),
    ...((parseMoney(excluded) ?? 0) > 0 ? ['自费'] : []),
  ];
  return rest.length > 0 ? `（${rest.join('、')}按你填的）` : '';
}

const spoken = (at: Fen, curves: readonly Curve[], values: readonly Fen[]): string =>
  `${spokenYuan(formatMoney(at))}。${curves.map(({ way }, place) => `${way.name}自己付 ${spokenYuan(formatMoney(values[place] ?? 0))}`).join('；')}`;

function Swatch({ place }: { place: number }) {
  return (
    <svg className={`chart-swatch chart-c${place}`} viewBox="0 0 32 8" aria-hidden="true">
      <line className={`chart-line chart-c${place}`} x1="0" x2="32" y1="4" y2="4" />
    </svg>
  );
}

/** What the rings on the lines mean, and where they are. */
const Marks = memo(function Marks({ curves }: { curves: readonly Curve[] }) {
  const places = (kind: CornerKind) =>
    curves.flatMap(({ corners }, place) => corners.flatMap((one) => (one.kind === kind ? [{ place, x: one.x }] : [])));
  const named = KINDS.map((kind) => ({ kind, found: places(kind) })).filter(({ found }) => found.length > 0);
  if (named.length === 0) return null;
  return (
    <dl className="plot-marks">
      {named.map(({ kind, found }) => (
        <div key={kind}>
          <dt>{CORNERS[kind].long}，花到约：</dt>
          {found.map(({ place, x }) => (
            <dd key={place}>
              <span className={`chart-key chart-c${place}`}>{place + 1}</span> {group(String(Math.round(x / 100)))} 元
            </dd>
          ))}
        </div>
      ))}
    </dl>
  );
});

/** Bills of the table: even ones, and the reader's own where it is on the axis. */
function rowsOf(end: Fen, bill: Fen): Fen[] {
  const even = Array.from({ length: ROWS }, (_, nth) => Math.round((end * (nth + 1)) / ROWS));
  return [...new Set([...even, ...(bill <= end ? [bill] : [])])].sort((a, b) => a - b);
}

const PlotTable = memo(function PlotTable({ curves, end, bill }: { curves: readonly Curve[]; end: Fen; bill: Fen }) {
  return (
    <Table
      title="花这么多时，自己付多少"
      corner="医保范围内的费用"
      columns={curves.map(({ way }) => way.name)}
      rows={rowsOf(end, bill).map((x) => ({
        label: `${yuan(x)}${x === bill ? '（你填的）' : ''}`,
        cells: curves.map((curve) => yuan(curve.at(x))),
      }))}
    />
  );
});
