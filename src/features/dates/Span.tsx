import type { ReactNode } from 'react';
import type { Coverage, CoverageOutcome } from '#engine';
import type { IsoDate } from '#policy/types.ts';
import { Breakdown, formatDate, refusalWords } from '#ui';
import { Computed } from './Computed.tsx';
import { WeakChip } from './WeakChip.tsx';
import { gapWords, problemWords, ruleWords } from './words.ts';

const BASIS: Record<Coverage['basis'], string> = {
  september: '集中缴费，整个学年一起交',
  nextMonth: '中途参保',
  birth: '在期限内参保，从出生那天算',
  calendarYear: '按自然年参保',
  guardian: '随监护人，从出生那天到当年年底',
};

const howOf = ({ basis, rule }: Coverage): string =>
  `${BASIS[basis]}。规定：${rule.parameter.label}——${ruleWords(rule)}。`;

/** From which day to which one is covered, or why that is not known. */
export function Span({
  city,
  coverage,
  payDate,
  first,
}: {
  city: string;
  coverage: CoverageOutcome;
  payDate: IsoDate;
  /** Of a child that was never enrolled before: to whom a gap applies; to any, if empty. */
  first?: string;
}): ReactNode {
  if (coverage.kind === 'error') return <p>{problemWords(coverage.problem)}</p>;
  if (coverage.kind === 'notComputable') {
    const { title, text, ask } = refusalWords(coverage.reason, `${formatDate(payDate)}付款`);
    return (
      <>
        <p>
          <strong>{title}。</strong>
          {text}
        </p>
        <p>{ask}</p>
      </>
    );
  }
  const how = howOf(coverage);
  const gap = coverage.from > payDate;
  const day = (date: IsoDate, label: string) => (
    <Computed city={city} text={formatDate(date)} label={label} how={how} figures={[coverage.rule]} />
  );
  return (
    <>
      <Breakdown
        label="从哪天到哪天能报"
        lines={[
          {
            id: 'from',
            label: '从哪天起能报',
            note: <WeakChip figure={coverage.rule} />,
            value: day(coverage.from, '从哪天起能报'),
          },
          { id: 'to', label: '到哪天为止', value: day(coverage.to, '到哪天为止') },
        ]}
      />
      {gap && <p className="wa-note-text">{gapWords(coverage, first)}</p>}
    </>
  );
}
