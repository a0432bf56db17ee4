import type { CityModule } from '#cities';
import { OwnBar } from '#ui';
import { shownOwn } from './own.ts';
import type { Answered } from './result.ts';

interface ForResultProps {
  city: CityModule;
  printed: CityModule;
  answered: Answered;
}

export default function ForResult({ city, printed, answered }: ForResultProps) {
  return <OwnBar city={city.id} own={shownOwn(city, printed, answered)} />;
}
