import { type ReactNode, useCallback } from 'react';
import { type Figure as EngineFigure, figuresOf, type Settled } from '#engine';
import {
  type ExplainedStep,
  explainedLine,
  explainStep,
  Figure,
  FigureDetail,
  formatDate,
  Row,
  useServices,
} from '#ui';

/** A figure of a formula; opens with the formula it stands in, its sentence and its document. */
export function TraceFigure({
  city,
  figure,
  text,
  step,
}: {
  city: string;
  figure: EngineFigure;
  text: string;
  step: ExplainedStep;
}) {
  const { evidence, version } = useServices();
  const explain = useCallback(async () => {
    const found = await evidence(city, `${figure.id}@${figure.dated.from}`);
    if (!found) return <p>没有找到这个数字的出处。</p>;
    const formula = <Row name="算式">{explainedLine(step)}</Row>;
    return <FigureDetail {...found} checkedOn={version.policyDate} extra={formula} />;
  }, [evidence, version, city, figure, step]);
  return <Figure text={text} label={figure.parameter.label} explain={explain} />;
}

/** The formula of a step, its figures tappable. */
export function Formula({ city, step }: { city: string; step: ExplainedStep }): ReactNode {
  return step.parts.map((part, place) => {
    if (typeof part === 'string') return part;
    // The parts of a formula never change their places.
    const key = `${place}:${part.figure.id}`;
    return <TraceFigure key={key} city={city} figure={part.figure} text={part.text} step={step} />;
  });
}

/** What stands behind a whole amount: every step with its formula, the documents it rests on, the year, the day of the check. */
export function useExplainResult(city: string, outcome: Settled, year: number): () => Promise<ReactNode> {
  const { evidence, version } = useServices();
  return useCallback(async () => {
    const figures = new Map(outcome.steps.flatMap(figuresOf).map((f) => [`${f.id}@${f.dated.from}`, f]));
    const found = await Promise.all([...figures.keys()].map((ref) => evidence(city, ref)));
    const documents = new Set(found.flatMap((f) => (f?.document ? [f.document.title] : [])));
    const steps = outcome.steps.flatMap((step, place) => {
      const words = explainStep(step);
      return words ? [{ id: `${place}:${step.op}`, words }] : [];
    });
    return (
      <dl>
        {steps.map(({ id, words }) => (
          <Row key={id} name={words.title}>
            {explainedLine(words)}
          </Row>
        ))}
        <Row name="规则年度">{year}年</Row>
        <Row name="依据">{[...documents].join('；')}</Row>
        <Row name="最后核对">{formatDate(version.policyDate)}</Row>
      </dl>
    );
  }, [evidence, version, city, outcome, year]);
}
