import type { ReactNode } from 'react';
import type { Grade, SourceDocument } from '#policy/types.ts';
import { formatValue } from './format.ts';
import { SourceChip } from './SourceChip.tsx';
import { formatDate } from './titles.ts';
import './source.css';

/** The quoted words, with the part that carries the figure marked. */
export function Quote({ text, carries }: { text: string; carries: string[] }) {
  const hit = carries.find((one) => one && text.includes(one));
  const at = hit ? text.indexOf(hit) : -1;
  return (
    <blockquote className="wa-quote">
      “{at < 0 ? text : text.slice(0, at)}
      {hit && at >= 0 && <mark>{hit}</mark>}
      {hit && at >= 0 && text.slice(at + hit.length)}”
    </blockquote>
  );
}

/** Everything that is known about one value; `#cities` makes it from the policy data. */
export interface FigureEvidence {
  value: string;
  unit: string;
  words?: string;
  from: string;
  to?: string;
  grade: Grade;
  quote?: string;
  spelled?: string;
  derivation?: string;
  note?: string;
  document?: Pick<SourceDocument, 'title' | 'issuer' | 'date' | 'address' | 'grade'>;
  part?: string;
  checkedOn?: string;
  /** Formula or other lines of the screen, above the source. */
  extra?: ReactNode;
}

/** The half-screen behind a figure: value, formula, words of the source, document, period, grade. */
export function FigureDetail(props: FigureEvidence) {
  const { value, unit, words, from, to, grade, quote, spelled, derivation, note, document, part, checkedOn } = props;
  return (
    <div>
      <p className="wa-detail-value">
        {formatValue(value, unit, words, true)} {grade === 'D' && <SourceChip grade={grade} />}
      </p>
      <dl>
        {props.extra}
        {derivation && <Row name="怎么算出来的">{derivation}</Row>}
        {quote && (
          <Row name="原文">
            <Quote text={quote} carries={[spelled ?? '', formatValue(value, unit), value]} />
          </Row>
        )}
        {document && (
          <Row name="文件">
            {document.title}
            {part && ` · ${part}`}
            <br />
            <span className="wa-note-text">
              {document.issuer}
              {document.date && ` · ${formatDate(document.date)}`}
            </span>
          </Row>
        )}
        <Row name="适用">{to ? `${formatDate(from)}至${formatDate(to)}` : `${formatDate(from)}起`}</Row>
        <Row name="可靠程度">
          {document?.grade === 'A' && grade === 'C' ? (
            <span className="wa-chip wa-chip-C">官方原文，沿用到这一年，待核实</span>
          ) : (
            <SourceChip grade={grade} />
          )}{' '}
          {note}
        </Row>
        {checkedOn && <Row name="最后核对">{formatDate(checkedOn)}</Row>}
      </dl>
    </div>
  );
}

export function Row({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className="wa-detail-row">
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
