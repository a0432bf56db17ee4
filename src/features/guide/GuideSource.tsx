import { formatDate, SourceChip, useCheckedOn, useDocument } from '#ui';

/** What the page was compared with, and when. */
export function GuideSource() {
  const document = useDocument();
  const checkedOn = useCheckedOn();
  if (!document) return null;
  const { title, heading, issuer, date, grade } = document;
  return (
    <section className="wa-section">
      <h2 className="wa-section-title">出处</h2>
      <p className="wa-note-text">
        《{title}》{heading && `“${heading}”`}，{issuer}
        {date && `，${formatDate(date)}`} <SourceChip grade={grade} />
      </p>
      {checkedOn && <p className="wa-note-text">最后核对 {formatDate(checkedOn)}</p>}
    </section>
  );
}
