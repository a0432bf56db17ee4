import { figuresOf, type Settled } from '#engine';
import { explainedLine, explainStep, formatDate, ownAmount, Row, type UiServices } from '#ui';

/** What stands behind a whole amount: every step with its formula, the documents it rests on, the year, the day of the check. */
export async function behind(
  { evidence, version }: Pick<UiServices, 'evidence' | 'version'>,
  city: string,
  outcome: Settled,
  year: number,
) {
  const figures = new Map(outcome.steps.flatMap(figuresOf).map((f) => [`${f.id}@${f.dated.from}`, f]));
  const own = [...figures.values()].filter((figure) => figure.own);
  const sourced = [...figures].filter(([, figure]) => !figure.own);
  const found = await Promise.all(sourced.map(([ref]) => evidence(city, ref)));
  const documents = new Set(found.flatMap((f) => (f?.document ? [f.document.title] : [])));
  const steps = outcome.steps.flatMap((step, place) => {
    const words = explainStep(step);
    return words ? [{ id: `${place}:${step.op}`, words }] : [];
  });
  return (
    <dl>
      {own.map((figure) => (
        <Row key={figure.id} name="你自己填的，不是来源里的数字">
          {figure.parameter.label} {ownAmount(figure, true)}
        </Row>
      ))}
      {steps.map(({ id, words }) => (
        <Row key={id} name={words.title}>
          {explainedLine(words)}
        </Row>
      ))}
      <Row name="规则年度">{year}年</Row>
      {documents.size > 0 && <Row name="依据">{[...documents].join('；')}</Row>}
      <Row name="最后核对">{formatDate(version.policyDate)}</Row>
    </dl>
  );
}
