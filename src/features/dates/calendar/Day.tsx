import type { CityInfo } from '#cities';
import { Cell, CopyButton, formatDate, SourceChip, useDocument } from '#ui';
import { Computed } from '../Computed.tsx';
import { ruleWords, weekday } from '../words.ts';
import type { Dated } from './calendar.ts';
import { leftWords, reminderWords } from './words.ts';

/** One day: which, how far off, what it means, what it rests on, a reminder to copy. */
export function Day({ info, dated, link }: { info: CityInfo; dated: Dated; link: string }) {
  const { entry, figures, when } = dated;
  const said = useDocument(entry.at);
  // A day by another document's rule names that one where it is opened.
  const rests = entry.rule.kind !== 'newborn' || figures.every(({ dated: { source } }) => source === entry.at.source);
  const document = rests ? said : undefined;
  const about = `${info.name}少儿医保`;
  return (
    <li className="wa-card cal-day">
      <h3 className="wa-block-title">{entry.title}</h3>
      <p className="cal-when">
        <DayFigure city={info.id} dated={dated} date={dated.date} />
        {dated.end && (
          <>
            {' 至 '}
            <DayFigure city={info.id} dated={dated} date={dated.end} />
          </>
        )}
        {dated.other && `（另一种说法到${formatDate(dated.other)}）`}
        <strong className="cal-left">{leftWords(dated)}</strong>
      </p>
      <p>{entry.text}</p>
      {document && (
        <p className="wa-note-text">
          依据：《{document.title}》{document.heading && ` · ${document.heading}`} <SourceChip grade={document.grade} />
          {figures.length === 0 && dated.entry.rule.kind === 'yearly' && ' 那一年的数字还没有公布。'}
        </p>
      )}
      {when !== 'past' && <CopyButton text={reminderWords(dated, about, link)}>复制提醒</CopyButton>}
      {entry.to && (
        <ul className="wa-cells cal-next">
          <Cell title={entry.to.label} to={entry.to.to} />
        </ul>
      )}
    </li>
  );
}

/** The date with its weekday; opens the rule, its sentence and the document. */
function DayFigure({ city, dated: { entry, figures }, date }: { city: string; dated: Dated; date: string }) {
  const words = `${formatDate(date)} ${weekday(date)}`;
  if (figures.length === 0) return <span className="cal-date">{words}</span>;
  const how = figures.map((rule) => `${rule.parameter.label}：${ruleWords(rule)}`).join('；');
  return <Computed city={city} text={words} label={entry.title} how={`${how}。`} figures={figures} />;
}
