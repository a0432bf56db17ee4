import type { CityModule } from '#cities';
import { figuresOf, ownOn } from '#engine';
import type { SlipCheck } from '#journeys';
import type { IsoDate } from '#policy/types.ts';
import { OwnBar } from '#ui';

interface SlipOwnBarProps {
  city: CityModule;
  printed: CityModule;
  day: IsoDate;
  check: SlipCheck | undefined;
}

/** Where the rules were reckoned with figures of one's own, that stands on top. */
export function SlipOwnBar({ city, printed, day, check }: SlipOwnBarProps) {
  if (city === printed) return null;
  const used = check && 'settlement' in check ? check.settlement.outcome.steps.flatMap(figuresOf) : [];
  return <OwnBar city={city.id} own={ownOn(city.policy, printed.policy, [day], used)} />;
}
