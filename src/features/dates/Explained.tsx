import type { Figure } from '#engine';
import { type FigureEvidence, formatDate, formatValue, Quote, Row, SourceChip } from '#ui';

export interface ExplainedProps {
  text: string;
  label: string;
  how: string | undefined;
  figures: readonly { figure: Figure; evidence: FigureEvidence | undefined }[];
  checkedOn: string;
}

/** What stands behind a worked-out figure: the sum, then each part with its sentence, document, period and grade. */
export function Explained({ text, label, how, figures, checkedOn }: ExplainedProps) {
  return (
    <div>
      <p className="wa-detail-value">{text}</p>
      <dl>
        {how && <Row name="怎么算的">{how}</Row>}
        {figures.map(({ figure, evidence: one }) =>
          one ? (
            <Row key={`${figure.id}${figure.dated.from}`} name={figure.parameter.label || label}>
              {formatValue(one.value, one.unit, one.words, true)} <SourceChip grade={one.grade} />
              {one.derivation && <p>{one.derivation}</p>}
              {one.quote && (
                <Quote text={one.quote} carries={[one.spelled ?? '', one.value, formatValue(one.value, one.unit)]} />
              )}
              <p className="wa-note-text">
                {one.document && (
                  <>
                    {one.document.title}
                    {one.part && ` · ${one.part}`}
                    <br />
                  </>
                )}
                {one.to ? `适用 ${formatDate(one.from)}至${formatDate(one.to)}。` : `适用 ${formatDate(one.from)}起。`}
                {one.note}
              </p>
            </Row>
          ) : (
            <Row key={`${figure.id}${figure.dated.from}`} name={figure.parameter.label || label}>
              没有找到这个数字的出处。
            </Row>
          ),
        )}
        <Row name="最后核对">{formatDate(checkedOn)}</Row>
      </dl>
    </div>
  );
}
