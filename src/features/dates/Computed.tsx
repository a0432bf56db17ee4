import { type ReactNode, useCallback } from 'react';
import type { Figure as EngineFigure } from '#engine';
import { Figure, formatDate, formatValue, Quote, Row, SourceChip, useServices } from '#ui';

export interface ComputedProps {
  city: string;
  /** As it is drawn. */
  text: string;
  spoken?: string;
  /** What it is. */
  label: string;
  /** The sum or the rule in words, with this result. */
  how?: string;
  /** The figures it was made from. */
  figures: readonly EngineFigure[];
  big?: boolean;
}

/** A date, an amount or a rate that was worked out; opens with the sum and the sentence behind every part of it. */
export function Computed({ city, text, spoken, label, how, figures, big }: ComputedProps) {
  const { evidence, version } = useServices();
  const refs = [...new Set(figures.map(({ id, dated }) => `${id}@${dated.from}`))].join(' ');
  const explain = useCallback(async () => {
    const names = refs.split(' ').filter((ref) => ref !== '');
    const found = await Promise.all(names.map(async (ref) => ({ ref, evidence: await evidence(city, ref) })));
    const labels = new Map(figures.map((figure) => [`${figure.id}@${figure.dated.from}`, figure.parameter.label]));
    return (
      <div>
        <p className="wa-detail-value">{text}</p>
        <dl>
          {how && <Row name="怎么算的">{how}</Row>}
          {found.map(({ ref, evidence: one }) =>
            one ? (
              <Row key={ref} name={labels.get(ref) ?? label}>
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
                  {one.to
                    ? `适用 ${formatDate(one.from)}至${formatDate(one.to)}。`
                    : `适用 ${formatDate(one.from)}起。`}
                  {one.note}
                </p>
              </Row>
            ) : (
              <Row key={ref} name={labels.get(ref) ?? label}>
                没有找到这个数字的出处。
              </Row>
            ),
          )}
          <Row name="最后核对">{formatDate(version.policyDate)}</Row>
        </dl>
      </div>
    );
  }, [evidence, version, city, refs, figures, text, label, how]);
  return (
    <Figure text={text} label={label} explain={explain} {...(spoken ? { spoken } : {})} {...(big ? { big } : {})} />
  );
}

/** A figure of the policy as it stands: `40.56 元`, `85%`. */
export function PolicyValue({
  city,
  figure,
  label,
}: {
  city: string;
  figure: EngineFigure;
  label?: string;
}): ReactNode {
  const words = figure.parameter.choices?.[figure.dated.value];
  const text = formatValue(figure.dated.value, figure.parameter.unit, words);
  return <Computed city={city} text={text} label={label ?? figure.parameter.label} figures={[figure]} />;
}

/** How sure a figure is, only where it is weak. */
export function WeakChip({ figure }: { figure: EngineFigure }): ReactNode {
  const { grade } = figure.dated;
  return grade === 'C' || grade === 'D' ? <SourceChip grade={grade} /> : null;
}
