import type { CityModule } from '#cities';
import { type Figure, isReplaceable } from '#engine';
import { readAmount } from '#journeys';
import {
  type FigureEvidence,
  formatDate,
  formatValue,
  OwnBadge,
  OwnFigure,
  ownAmount,
  Quote,
  Row,
  SourceChip,
} from '#ui';

export interface ExplainedProps {
  text: string;
  label: string;
  how: string | undefined;
  figures: readonly { figure: Figure; evidence: FigureEvidence | undefined }[];
  /** Where a person may put in figures of their own. */
  printed: CityModule | undefined;
  checkedOn: string;
}

/** What stands behind a worked-out figure: the sum, then each part with its sentence, document, period and grade. */
export function Explained({ text, label, how, figures, printed, checkedOn }: ExplainedProps) {
  const [first] = figures;
  const only = figures.length === 1 ? first?.figure : undefined;
  const replaceable = printed && only && isReplaceable(only.parameter, printed.policy.parameters);
  const rows = (
    <dl>
      {how && !replaceable && <Row name="怎么算的">{how}</Row>}
      {figures.map(({ figure, evidence }) => (
        <Row key={`${figure.id}${figure.dated.from}`} name={figure.parameter.label || label}>
          {figure.own && !replaceable && <Mine figure={figure} />}
          {evidence ? (
            <Evidence known={evidence} instead={figure.own && !replaceable} />
          ) : (
            !figure.own && '没有找到这个数字的出处。'
          )}
        </Row>
      ))}
      <Row name="最后核对">{formatDate(checkedOn)}</Row>
    </dl>
  );
  const top = (
    <p className="wa-detail-value">
      {text} {figures.some(({ figure }) => figure.own) && <OwnBadge rests />}
    </p>
  );
  if (!replaceable) {
    return (
      <div>
        {top}
        {rows}
      </div>
    );
  }
  // The sum stays on top; below it the one figure it is made of, which a person may know better.
  return (
    <div>
      {how && (
        <>
          {top}
          <dl>
            <Row name="怎么算的">{how}</Row>
          </dl>
        </>
      )}
      <OwnFigure
        city={printed.id}
        figure={only}
        sourced={printed.policy.on(only.dated.from).find(only.id)}
        replaceable
        read={readAmount}
      >
        {!how && !only.own && <p className="wa-detail-value">{text}</p>}
        {rows}
      </OwnFigure>
    </div>
  );
}

/** A part that is the person's own, or was made from it. */
function Mine({ figure }: { figure: Figure }) {
  const { derivation } = figure.dated;
  return (
    <>
      {ownAmount(figure, true)} <OwnBadge rests={derivation !== undefined} />
      <p className="wa-note-text">
        {derivation ? `按你自己填的数字算出来的，不是来源里的数字：${derivation}。` : '你自己填的，不是来源里的数字。'}
      </p>
    </>
  );
}

/** @param instead that it was not computed with */
function Evidence({ known, instead }: { known: FigureEvidence; instead: boolean | undefined }) {
  const { value, unit, words, grade, derivation, quote, spelled, document, part, from, to, note } = known;
  return (
    <>
      {instead && '资料里是 '}
      {formatValue(value, unit, words, true)} <SourceChip grade={grade} />
      {derivation && <p>{derivation}</p>}
      {quote && <Quote text={quote} carries={[spelled ?? '', value, formatValue(value, unit)]} />}
      <p className="wa-note-text">
        {document && (
          <>
            {document.title}
            {part && ` · ${part}`}
            <br />
          </>
        )}
        {to ? `适用 ${formatDate(from)}至${formatDate(to)}。` : `适用 ${formatDate(from)}起。`}
        {note}
      </p>
    </>
  );
}
