/** What stands behind a figure of a result, fetched when it is opened. */
import { loadCity } from '#cities';
import { type Figure, isReplaceable } from '#engine';
import { readAmount } from '#journeys';
import { type ExplainedStep, explainedLine, FigureDetail, type FigureEvidence, OwnFigure, Row } from '#ui';

interface FigureSheetProps {
  city: string;
  figure: Figure;
  step: ExplainedStep;
  found: FigureEvidence | undefined;
  checkedOn: string;
}

/** The formula, the sentence and the document; and one's own figure in its place, if one knows better. */
export async function figureSheet({ city, figure, step, found, checkedOn }: FigureSheetProps) {
  const policy = (await loadCity(city))?.policy;
  const formula = <Row name="算式">{explainedLine(step)}</Row>;
  return (
    <OwnFigure
      city={city}
      figure={figure}
      sourced={policy?.on(figure.dated.from).find(figure.id)}
      replaceable={policy !== undefined && isReplaceable(figure.parameter, policy.parameters)}
      read={readAmount}
    >
      {found ? (
        <FigureDetail {...found} checkedOn={checkedOn} extra={figure.own ? undefined : formula} />
      ) : (
        <p>没有找到这个数字的出处。</p>
      )}
    </OwnFigure>
  );
}
