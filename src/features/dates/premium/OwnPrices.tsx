/** A person's own figures on the premium page. Fetched only where there is one, or where one is all that is missing. */
import { useMemo } from 'react';
import type { CityModule } from '#cities';
import { periodOf } from '#engine';
import { readAmount } from '#journeys';
import { CellGroup, OwnBar, OwnOffer, periodWords } from '#ui';
import { shownOwn, wouldDo } from './own.ts';
import type { PremiumAnswer, Question } from './premium.ts';

export { wordsOfOwn } from './own.ts';

interface BarProps {
  city: CityModule;
  printed: CityModule;
  answer: PremiumAnswer;
}

/** On top of the sum. */
export const PriceBar = ({ city, printed, answer }: BarProps) => (
  <OwnBar city={city.id} own={shownOwn(city, printed, answer)} />
);

interface MissingProps {
  printed: CityModule;
  question: Question;
  answer: PremiumAnswer;
}

/** A price that is not published: where one amount is all that is missing, who knows it may put it in. */
export function MissingPrices({ printed, question, answer }: MissingProps) {
  const missing = useMemo(() => wouldDo(printed, question, answer), [printed, question, answer]);
  if (missing.length === 0) return null;
  return (
    <CellGroup>
      {missing.map(({ parameter, on }) => (
        <OwnOffer
          key={parameter.id}
          city={printed.id}
          parameter={parameter}
          on={on}
          title={`已经知道新的${parameter.label}？`}
          desc={`${periodWords(parameter, periodOf(parameter, on))}的还没有公布。`}
          read={readAmount}
        />
      ))}
    </CellGroup>
  );
}
