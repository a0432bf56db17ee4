/** The child everything starts from, as the calculators of a city ask for it. */
import { hukouIn, type TypedDate } from '#journeys';
import { useChild, useChildren } from '#platform';

export type Hukou = 'local' | 'other';

export function useChildIn(city: string) {
  const { ready, child } = useChild();
  const say = useChildren((state) => state.say);
  return {
    ready,
    birth: child.birth,
    hukou: hukouIn(city, child),
    setBirth: (birth: TypedDate) => say({ birth }),
    setHukou: (hukou: Hukou) => say({ hukou: { city, is: hukou === 'local' } }),
  };
}
