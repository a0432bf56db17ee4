import type { CityModule } from '#cities';
import type { ReadingEffect } from '#engine';
import { inWords } from './Computed.tsx';
import { spreadOf } from './readings.ts';
import type { Answered } from './result.ts';
import type { Journey } from './types.ts';

interface Props {
  city: CityModule;
  journey: Journey;
  answered: Answered;
}

/** Where the sources can be read two ways: the lowest and the highest in one line, then each with what it would change. */
export function Readings({ city, journey, answered: { estimate, situations } }: Props) {
  const { readings: known } = city.policy;
  const effects = estimate.kind === 'computed' ? estimate.readings : [];
  const shown = effects.flatMap((effect) => {
    const reading = known.find(({ id }) => id === effect.reading);
    return reading ? [{ reading, effect }] : [];
  });
  const spread = spreadOf(city, situations);
  const most = known.find(({ id }) => id === spread?.most);
  if (shown.length === 0 && !spread) return null;
  return (
    <section className="wa-section">
      <h2 className="wa-section-title">说法不一的地方</h2>
      {spread && most && (
        <p className="est-spread">
          {estimate.kind === 'range' ? '再算上' : '算上'}说法不一的地方，自己付 <strong>{inWords(spread.low)}</strong>{' '}
          到 <strong>{inWords(spread.high)}</strong>。差得最多的是：{most.title}。
        </p>
      )}
      <ul className="est-readings">
        {shown.map(({ reading, effect }) => (
          <li key={reading.id} className="wa-card">
            <h3>{reading.title}</h3>
            <p>这里：{reading.taken}</p>
            <p>
              如果：{reading.other} <strong>{difference(effect)}</strong>
            </p>
          </li>
        ))}
      </ul>
      {shown.length > 0 && (journey.ledger?.visits ?? 0) > 0 && (
        <p className="wa-note-text">账本里前面的几笔，没有按另一种说法重算。</p>
      )}
    </section>
  );
}

function difference({ selfMore, outcome }: ReadingEffect): string {
  if (selfMore === 0) return `这次付的不变，今年的门诊限额还剩 ${inWords(outcome.outpatientLeft)}。`;
  return `自己会${selfMore > 0 ? '多' : '少'}付 ${inWords(Math.abs(selfMore))}。`;
}
