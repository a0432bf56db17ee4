import type { ComponentType } from 'react';

/** A kind of page: one module under `features/`, default export, loaded when it is opened. */
export interface PageEntry {
  /** Path of react-router, with a slash at the end. */
  pattern: string;
  load: () => Promise<{ default: ComponentType }>;
  /**
   * Query keys the page understands; all others are dropped from the address. `own`: they depend on the city's data, so the
   * page draws `<KnownKeys>` itself.
   */
  keys: readonly string[] | 'own';
}

/** Fixed paths before those with parameters. Add a kind of page here and list its addresses in `routes.ts`. */
export const pages: PageEntry[] = [
  { pattern: '/', load: () => import('../features/home/HomePage.tsx'), keys: [] },
  { pattern: '/me/', load: () => import('../features/dates/me/MePage.tsx'), keys: ['at', 'edit'] },
  { pattern: '/:city/', load: () => import('../features/home/CityPage.tsx'), keys: [] },
  { pattern: '/:city/estimate/', load: () => import('../features/estimate/EstimatePage.tsx'), keys: 'own' },
  { pattern: '/:city/slip/', load: () => import('../features/estimate/slip/SlipPage.tsx'), keys: 'own' },
  { pattern: '/:city/help/', load: () => import('../features/help/HelpPage.tsx'), keys: [] },
  { pattern: '/:city/benefits/', load: () => import('../features/benefits/BenefitsPage.tsx'), keys: [] },
  { pattern: '/:city/diseases/', load: () => import('../features/diseases/DiseasesPage.tsx'), keys: [] },
  { pattern: '/:city/sources/', load: () => import('../features/sources/SourcesPage.tsx'), keys: [] },
  { pattern: '/:city/sources/open/', load: () => import('../features/sources/OpenPage.tsx'), keys: [] },
  { pattern: '/:city/calendar/', load: () => import('../features/dates/calendar/CalendarPage.tsx'), keys: [] },
  { pattern: '/:city/ledger/', load: () => import('../features/ledger/LedgerPage.tsx'), keys: ['at'] },
  { pattern: '/:city/newborn/', load: () => import('../features/dates/NewbornPage.tsx'), keys: ['at'] },
  {
    pattern: '/:city/premium/',
    load: () => import('../features/dates/premium/PremiumPage.tsx'),
    keys: ['at', 'edit', 'newborn', 'pay', 'year'],
  },
  {
    pattern: '/:city/tiers/',
    load: () => import('../features/dates/tiers/TiersPage.tsx'),
    keys: ['care', 'clinic', 'level', 'year'],
  },
  { pattern: '/:city/compare/', load: () => import('../features/dates/ComparePage.tsx'), keys: ['at', 'tier'] },
  { pattern: '/:city/:journey/', load: () => import('../features/journey/JourneyPage.tsx'), keys: 'own' },
  { pattern: '/:city/:group/:guide/', load: () => import('../features/guide/GuidePage.tsx'), keys: [] },
];
