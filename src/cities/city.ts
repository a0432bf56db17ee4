import type { CityRules, Policy } from '#engine';

/** A city as its file under `cities/` exports it: rules composed from the layers, and the figures they run on. */
export interface CityModule {
  id: string;
  rules: CityRules;
  policy: Policy;
}
