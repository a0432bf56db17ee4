import type { ReactNode } from 'react';
import type { Estimate, Meaning } from '#engine';
import { unknownQuestions } from '#journeys';
import { Actions, Cell, CellGroup, OwnBadge, Remarks } from '#ui';
import type { BelowProps } from './Below.tsx';
import { inWords, Later, Summary, Whole } from './Computed.tsx';
import { narrowing, onOwnFigures } from './result.ts';
import { meant, Unsettled } from './Unsettled.tsx';

interface RangeProps extends BelowProps {
  range: Extract<Estimate, { kind: 'range' }>;
  next: ReactNode;
}

/** Something was not known: the lowest and the highest own payment, and the question that narrows it most. */
export function RangeView({ range, next, ...below }: RangeProps) {
  const { journey, answered } = below;
  const { situations } = answered;
  const { graph, answers, year, go } = journey;
  const question = narrowing(graph, answers, situations, range.meanings);
  const ends = [
    { name: '自己付得最少', ...range.low },
    { name: '自己付得最多', ...range.high },
  ];
  const paid = ({ outcome }: Meaning) => {
    const fen = outcome.fund + outcome.critical;
    return <Whole city={journey.city.id} year={year} outcome={outcome} name="医保约付" fen={fen} text={inWords(fen)} />;
  };
  const remarks = [...range.low.outcome.remarks, ...range.high.outcome.remarks];
  return (
    <>
      <p className="est-range">
        <Between city={journey.city.id} year={year} range={range} />
        ，医保约付 {paid(range.high)} 到 <span className="wa-keep">{paid(range.low)}。</span>差别来自：
        {unknownQuestions(graph, answers)
          .map((q) => q.short)
          .join('、')}
        。
      </p>
      <Unsettled journey={journey} answered={answered} />
      {question && (
        <CellGroup>
          <Cell
            icon="info"
            title={`弄清“${question.short}”，范围最小`}
            desc={`点这里改${question.short}`}
            onClick={() => go(question.id, true)}
          />
        </CellGroup>
      )}
      <Actions>{next}</Actions>
      <Remarks texts={journey.graph.remarks} remarks={remarks} />
      {ends.map(({ name, outcome, index }) => (
        <section key={name} className="wa-section">
          <h2 className="wa-section-title">
            {name}：{meant(journey, situations[index])}
          </h2>
          <Summary city={journey.city.id} outcome={outcome} year={year} />
        </section>
      ))}
      <Later {...below} />
    </>
  );
}

/** The lowest and the highest own payment, each with what it was computed from. */
export function Between({ range, ...of }: Pick<RangeProps, 'range'> & { city: string; year: number }) {
  const end = ({ outcome }: Meaning) => (
    <Whole {...of} outcome={outcome} name="自己约付" fen={outcome.self} text={inWords(outcome.self)} />
  );
  return (
    <>
      自己约付 {end(range.low)} 到 {end(range.high)}
      {[range.low, range.high].some(({ outcome }) => onOwnFigures(outcome)) && <OwnBadge rests />}
    </>
  );
}
