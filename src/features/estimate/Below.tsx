/** What stands under the amounts and the green button: fetched after them, for nobody reads it first. */
import { useMemo } from 'react';
import { type CityModule, loadCompare } from '#cities';
import { childFacts } from '#journeys';
import { useChild } from '#platform';
import type { CompareFile } from '#policy/types.ts';
import { Notice, preload, TextButton, useLoaded } from '#ui';
import { cleaned } from './amounts.ts';
import styles from './below.css?inline';
import { Comparison } from './Comparison.tsx';
import { HowComputed } from './HowComputed.tsx';
import { Readings } from './Readings.tsx';
import { type Answered, visitDate } from './result.ts';
import type { Journey } from './types.ts';
import { WhyLess } from './WhyLess.tsx';
import { type Asked, notFor, waysOf } from './ways.ts';

export interface BelowProps {
  city: CityModule;
  journey: Journey;
  answered: Answered;
}

/** What the other ways are called. What could not be fetched is gone without: the amounts stand. */
const loadWords = (city: string) => loadCompare(city).catch(() => undefined);

/** Fetches ahead what is drawn here for a city. */
export const warm = (city: string): void => void preload(loadWords, city);

export function Below({ city, journey, answered }: BelowProps) {
  const words = useLoaded(loadWords, journey.city.id);
  const { estimate } = answered;
  return (
    <>
      <style>{styles}</style>
      {words && <OtherWays city={city} journey={journey} answered={answered} words={words} />}
      {estimate.kind === 'computed' && <HowComputed city={journey.city.id} outcome={estimate.outcome} />}
      <Readings city={city} journey={journey} answered={answered} />
    </>
  );
}

function OtherWays({ city, journey, answered, words }: BelowProps & { words: CompareFile }) {
  const { graph, answers, amounts, year, today, who, go } = journey;
  const { child } = useChild();
  const asked: Asked = useMemo(() => {
    const facts = childFacts(city, child, visitDate(year, today));
    return { city, graph, words, answers, amounts: cleaned(amounts), year, today, who, facts };
  }, [city, graph, words, answers, amounts, year, today, who, child]);
  const ways = useMemo(() => waysOf(asked), [asked]);
  const { estimate, situations } = answered;
  const situation = estimate.kind === 'computed' ? situations[estimate.index] : undefined;
  return (
    <>
      {notFor(asked).map(({ question, name }) => (
        <Notice key={question} tone="warn">
          <p>按“我的孩子”里填的，“{name}”对这个孩子不适用，上面可能算多了。</p>
          <TextButton onClick={() => go(question, true)}>改这一项</TextButton>
        </Notice>
      ))}
      {estimate.kind === 'computed' && situation && (
        <WhyLess asked={asked} outcome={estimate.outcome} situation={situation} />
      )}
      <Comparison city={city} ways={ways} />
    </>
  );
}
