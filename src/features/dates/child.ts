/** The child everything starts from, as the calculators of a city ask for it. */
import { hukouIn, type TypedDate } from '#journeys';
import { useChildren, useChild as useKept } from '#platform';

export type Hukou = 'local' | 'other';

export function useChild(city: string) {
  const { ready, child } = useKept();
  const say = useChildren((state) => state.say);
  return {
    ready,
    birth: child.birth,
    hukou: hukouIn(city, child),
    setBirth: (birth: TypedDate) => say({ birth }),
    setHukou: (hukou: Hukou) => say({ hukou: { city, is: hukou === 'local' } }),
  };
}
