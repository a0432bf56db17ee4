import { type ReactNode, useCallback } from 'react';
import type { Figure as EngineFigure } from '#engine';
import { type ExplainedStep, Figure, OwnBadge, useServices } from '#ui';

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
    const [{ figureSheet }, found] = await Promise.all([
      import('./FigureSheet.tsx'),
      evidence(city, `${figure.id}@${figure.dated.from}`),
    ]);
    return figureSheet({ city, figure, step, found, checkedOn: version.policyDate });
  }, [evidence, version, city, figure, step]);
  return (
    <>
      <Figure text={text} label={figure.parameter.label} explain={explain} />
      {figure.own && <OwnBadge />}
    </>
  );
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
