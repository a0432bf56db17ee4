import { OwnBadge } from '#ui';
import { cleaned, withGiven } from './amounts.ts';
import { pairOf, Whole } from './Computed.tsx';
import { Between } from './RangeView.tsx';
import { Ruled, type RuledProps, useAnswered } from './Ruled.tsx';
import { onOwnFigures } from './result.ts';
import { hasCosts } from './screens.ts';
import { useEstimate } from './store.ts';
import type { Journey } from './types.ts';
import { RUNNING } from './words.ts';

/** What the amounts make so far, under the first field: anew at each key, and each amount opens as it does in the result. */
export const Running = ({ journey }: { journey: Journey }) => <Ruled journey={journey} Screen={Line} />;

function Line({ journey: around, ...ruled }: RuledProps) {
  const typed = useEstimate((state) => state.amounts);
  const { graph, answers, year, city, given } = around;
  const amounts = withGiven(typed, given);
  const { estimate } = useAnswered({ ...ruled, journey: { ...around, amounts } });
  if (!hasCosts(graph, answers, cleaned(amounts))) return RUNNING;
  if (estimate.kind === 'range') {
    return (
      <span>
        <Between city={city.id} year={year} range={estimate} />
      </span>
    );
  }
  if (estimate.kind !== 'computed') return '照现在填的还算不出来。';
  const { outcome } = estimate;
  return pairOf(outcome).map(([name, fen]) => (
    <span key={name}>
      <small>
        {name}
        {onOwnFigures(outcome) && <OwnBadge rests />}
      </small>{' '}
      <Whole city={city.id} year={year} outcome={outcome} name={name} fen={fen} />
    </span>
  ));
}
