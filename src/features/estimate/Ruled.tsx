import { type ComponentType, useMemo } from 'react';
import type { CityModule } from '#cities';
import { withOwnFigures } from '#engine';
import { useOwnCity } from '#platform';
import { Missing, preload, useLoaded } from '#ui';
import { cleaned } from './amounts.ts';
import { type Answered, answer } from './result.ts';
import type { Journey } from './types.ts';

const load = async (city: string) => (await import('#cities')).loadCity(city);

/** Fetches the city's rules. */
export const loadRules = (city: string) => preload(load, city);

export interface RuledProps {
  journey: Journey;
  /** Computes: the figures of its policy, and over them the person's own. */
  city: CityModule;
  /** Without the person's own. */
  printed: CityModule;
}

/** What is drawn with the rules of the journey's city. */
export function Ruled({ journey, Screen }: { journey: Journey; Screen: ComponentType<RuledProps> }) {
  const city = useLoaded(load, journey.city.id);
  return city ? <WithOwn printed={city} journey={journey} Screen={Screen} /> : <Missing />;
}

function WithOwn({ Screen, ...props }: Omit<RuledProps, 'city'> & { Screen: ComponentType<RuledProps> }) {
  const city = useOwnCity(props.printed, withOwnFigures);
  return <Screen {...props} city={city} />;
}

/** The estimate for what was answered and typed. */
export function useAnswered({ city, journey }: RuledProps): Answered {
  const { graph, answers, amounts, year, today, who } = journey;
  return useMemo(
    () => answer(city, graph, answers, cleaned(amounts), year, today, who),
    [city, graph, answers, amounts, year, today, who],
  );
}
