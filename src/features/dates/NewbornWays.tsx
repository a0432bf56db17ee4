import type { Tool } from '#cities';
import { addDays, type Coverage, yearOf } from '#engine';
import type { IsoDate } from '#policy/types.ts';
import { Cell, formatDate } from '#ui';
import { Computed } from './Computed.tsx';
import { BirthYearPrice, Prices, PricesInWords } from './Fee.tsx';
import type { NewbornAnswer, Turn, Way } from './newborn.ts';
import { PolicyList, PolicyWords } from './PolicyWords.tsx';
import { Span } from './Span.tsx';
import { dayIn, payWord, ruleWords } from './words.ts';
import './dates.css';

interface WayProps {
  city: string;
  title: string;
  way: Way;
  today: IsoDate;
  /** Enrolled with a guardian it may have been. */
  guardian?: boolean;
}

/** One payment: from when to when it covers, and what it costs. */
function WayCard({ city, title, way, today, guardian }: WayProps) {
  return (
    <section className="wa-card dates-way">
      <h3 className="wa-block-title">{title}</h3>
      <Span
        city={city}
        coverage={way.coverage}
        payDate={way.payment.payDate}
        first={guardian ? '没有随监护人的，' : ''}
      />
      {way.coverage.kind === 'error' ? null : way.birthYear ? (
        <BirthYearPrice city={city} way={way} today={today} />
      ) : (
        <Prices city={city} prices={way.prices} />
      )}
    </section>
  );
}

interface OpenProps {
  city: string;
  tool: Tool;
  answer: Extract<NewbornAnswer, { kind: 'open' }>;
  today: IsoDate;
}

/** What a payment within the window buys, what the new year changes, and what the day after the last does. */
export function Open({ city, tool, answer, today }: OpenProps) {
  const { after, deadline, opens, turn } = answer;
  const pay = payWord(city);
  const ways = opens ? [opens] : answer.ways;
  const titleOf = ({ payment }: Way) => {
    if (ways.length > 1) return payment.bothYears ? `连出生那一年一起${pay}` : `只${pay}今年的`;
    return payment.payDate === today ? `今天（${formatDate(today)}）${pay}` : `${formatDate(payment.payDate)}${pay}`;
  };
  return (
    <section className="wa-section">
      <h2 className="wa-section-title">
        {ways.length > 1 ? `现在有两种${pay}法` : opens ? `等到那天${pay}` : `现在${pay}`}
      </h2>
      <div className="dates-cards">
        {ways.map((way) => (
          <WayCard key={String(way.payment.bothYears)} city={city} title={titleOf(way)} way={way} today={today} />
        ))}
        {tool.open && <PolicyWords words={tool.open} />}
        {ways.length > 1 && <BothYears tool={tool} />}
      </div>
      {turn && <Turned city={city} tool={tool} turn={turn} last={deadline.newborn} today={today} />}
      <h2 className="wa-section-title dates-after">过了最后一天</h2>
      <WayCard city={city} title={`${formatDate(addDays(deadline.newborn, 1))}才${pay}`} way={after} today={today} />
    </section>
  );
}

/** How the year of birth is paid afterwards. */
export function BothYears({ tool: { bothYears } }: { tool: Tool }) {
  if (!bothYears) return null;
  return (
    <ul className="wa-cells">
      <Cell title={bothYears.label} desc={bothYears.note} to={bothYears.to} />
    </ul>
  );
}

interface TurnedProps {
  city: string;
  tool: Tool;
  turn: Turn;
  last: IsoDate;
  today: IsoDate;
}

/** The window reaches into the next year: what is paid before its first day, and what from then on. */
function Turned({ city, tool, turn: { from, before, after }, last, today }: TurnedProps) {
  const pay = payWord(city);
  const year = yearOf(today);
  const until = from === last ? dayIn(from, year + 1) : `${dayIn(from, year + 1)}到${dayIn(last, year + 1)}`;
  return (
    <>
      <h2 className="wa-section-title dates-after">
        年前{pay}，还是年后{pay}
      </h2>
      <div className="dates-cards">
        <section className="wa-card dates-way">
          <h3 className="wa-block-title">{dayIn(addDays(from, -1), year)}以前</h3>
          <p>
            只{pay} {year} 年的（
            <PricesInWords city={city} prices={before.prices} of={`${year} 年，`} />
            ），从出生起报
            {before.coverage.kind === 'computed' && (
              <>
                ，到
                <Until city={city} coverage={before.coverage} />
              </>
            )}
            。
          </p>
        </section>
        <section className="wa-card dates-way">
          <h3 className="wa-block-title">
            {until}才{pay}
          </h3>
          {tool.turned && <PolicyList words={tool.turned} />}
          {after.birthYear ? (
            <BirthYearPrice city={city} way={after} today={today} />
          ) : (
            <Prices city={city} prices={after.prices} />
          )}
        </section>
        <BothYears tool={tool} />
      </div>
    </>
  );
}

function Until({ city, coverage }: { city: string; coverage: Coverage }) {
  return (
    <Computed
      city={city}
      text={formatDate(coverage.to)}
      label="到哪天为止"
      how={`${coverage.rule.parameter.label}：${ruleWords(coverage.rule)}。`}
      figures={[coverage.rule]}
    />
  );
}

interface LateProps {
  city: string;
  tool: Tool;
  answer: Extract<NewbornAnswer, { kind: 'late' }>;
  today: IsoDate;
}

/** What can still be done: first with a guardian, where the year of birth is not over; then on the child's own. */
export function Late({ city, tool, answer: { now, nextYear, guardian }, today }: LateProps) {
  const pay = payWord(city);
  return (
    <section className="wa-section">
      <h2 className="wa-section-title">现在还可以</h2>
      <div className="dates-cards">
        {guardian && tool.guardian && (
          <section className="wa-card dates-way">
            {tool.guardian.title && <h3 className="wa-block-title">{tool.guardian.title}</h3>}
            <Span city={city} coverage={guardian} payDate={today} />
            <PolicyList words={tool.guardian} />
          </section>
        )}
        <WayCard city={city} title={`今天${pay}`} way={now} today={today} />
        {nextYear && (
          <WayCard
            city={city}
            title={`${pay} ${nextYear.payment.year} 年的`}
            way={nextYear}
            today={today}
            guardian={Boolean(guardian)}
          />
        )}
      </div>
    </section>
  );
}
