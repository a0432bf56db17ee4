import { useState } from 'react';
import type { CityModule } from '#cities';
import { type Fen, formatMoney } from '#engine';
import { Amount, Attempt, formatDate, group, Icon, LinkComponent, part, SecondaryButton } from '#ui';
import { type Group, groupsOf, leanest, type Way, type WayDeed } from './ways.ts';

const BEST = 3;
/** As many ways of one amount are drawn before all are asked for. */
const EACH = 2;

const PlotPanel = part(async () => (await import('./plot/PlotPanel.tsx')).PlotPanel);

/** The same bill elsewhere or otherwise: what the family would pay, by how much that differs, and where it says how. */
export function Comparison({ city, ways }: { city: CityModule; ways: readonly Way[] }) {
  const [all, setAll] = useState(false);
  const [drawn, setDrawn] = useState(false);
  const groups = groupsOf(ways);
  if (groups.length < 2) return null;
  const mine = ways.find((way) => way.mine);
  const most = Math.max(...groups.map(({ self }) => self), 1);
  const shown = all ? groups : shortened(groups);
  const hidden = ways.length - shown.reduce((sum, one) => sum + one.ways.length, 0);
  return (
    <section className="wa-section">
      <h2 className="wa-section-title">同一张单子，换一种情形</h2>
      <ol className="cmp-list">
        {shown.map((one) => (
          <li key={one.self} className="cmp-group">
            <p className="cmp-head">
              <span>
                自己付 <strong>{<Amount value={formatMoney(one.self)} />}</strong>
              </span>
              <span className={mine && one.self < mine.self ? 'cmp-less' : 'cmp-more'}>{difference(one, mine)}</span>
            </p>
            <div className="cmp-bar" aria-hidden="true">
              <div style={{ width: `${(one.self / most) * 100}%` }} />
            </div>
            <ul>
              {one.ways.map((way) => (
                <OneWay
                  key={Object.values(way.answers).join()}
                  way={way}
                  worse={Boolean(mine && way.self > mine.self)}
                />
              ))}
            </ul>
          </li>
        ))}
      </ol>
      {hidden > 0 && (
        <div className="cmp-all">
          <SecondaryButton onClick={() => setAll(true)}>看全部 {ways.length} 种</SecondaryButton>
        </div>
      )}
      <p className="wa-note-text">
        {mine ? '' : '你有的还没选清楚，所以只列各自付多少。'}
        {hidden > 0 ? `先列最省钱的${mine ? '和你填的' : ''}，费用一样的只列最省事的。` : ''}看病先看病情，再看报多少。
      </p>
      <div className="cmp-all">
        <Attempt
          open={drawn}
          onFail={() => setDrawn(false)}
          fallback={<div className="wa-card cmp-drawing">正在画……</div>}
        >
          {drawn && <PlotPanel city={city} ways={ways} />}
        </Attempt>
        {!drawn && <SecondaryButton onClick={() => setDrawn(true)}>画成图比一比</SecondaryButton>}
      </div>
    </section>
  );
}

/** The cheapest, and the reader's own. */
function shortened(groups: readonly Group[]): Group[] {
  return groups
    .filter(({ ways }, place) => place < BEST || ways.some((way) => way.mine))
    .map(({ self, ways }) => ({ self, ways: leanest(ways).slice(0, EACH) }));
}

const yuan = (fen: Fen) => `${group(formatMoney(fen))} 元`;

function difference({ self }: Group, mine: Way | undefined): string {
  if (!mine) return '';
  if (self === mine.self) return '和你填的一样';
  return `${self < mine.self ? '少' : '多'}付 ${yuan(Math.abs(self - mine.self))}`;
}

/** How to get there is told of what costs no more. */
function OneWay({ way: { name, mine, deeds }, worse }: { way: Way; worse: boolean }) {
  return (
    <li className={`cmp-way${mine ? ' cmp-mine' : ''}`}>
      <p className="cmp-name">
        {name}
        {mine && <span className="cmp-tag">你填的</span>}
      </p>
      {(worse ? [] : deeds).map((deed) => (
        <DeedLine key={deed.text} deed={deed} />
      ))}
    </li>
  );
}

/** What it takes, and the page that says how. */
export function DeedLine({ deed: { text, to, from } }: { deed: WayDeed }) {
  const words = from ? `${text}，${formatDate(from)}起才算` : text;
  if (!to) return <p className="cmp-deed">{words}</p>;
  return (
    <LinkComponent to={to} className="cmp-deed cmp-link">
      {words}
      <Icon name="chevron" size={16} />
    </LinkComponent>
  );
}
