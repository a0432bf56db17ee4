import type { Journey } from './types.ts';

/** What the screens of a journey have in common around their content. */
export const frameOf = ({ city, graph }: Journey) => ({
  city: city.name,
  above: { text: `${city.name} · ${graph.title}`, to: `/${city.id}/` },
  footer: { hotlines: city.hotlines, rulesYear: city.asOf.slice(0, 4) },
});
