/** What the address of a calculator says that cannot be understood. Journeys and the estimate say so themselves. */
import { isDay } from '#platform';

interface Key {
  /** As the screen calls it. */
  name: string;
  sound: (value: string) => boolean;
}

const oneOf =
  (...values: string[]) =>
  (value: string) =>
    values.includes(value);
const aYear = (value: string) => /^20\d\d$/.test(value);

const year: Key = { name: '年度', sound: aYear };

const pages = new Map<string, Record<string, Key>>([
  ['premium', { newborn: { name: '给谁缴费', sound: oneOf('0', '1') }, pay: { name: '缴费日期', sound: isDay }, year }],
  [
    'tiers',
    {
      care: { name: '看门诊还是住院', sound: oneOf('inpatient', 'outpatient', 'both') },
      clinic: { name: '门诊去哪里看', sound: oneOf('primary', 'secondary', 'tertiary') },
      level: { name: '医院级别', sound: oneOf('primary', 'secondary', 'tertiary') },
      year,
    },
  ],
  ['compare', { tier: { name: '档次', sound: oneOf('1', '2') } }],
]);

const everywhere: Record<string, Key> = { asof: { name: '按哪天显示', sound: isDay } };

export interface LinkFaults {
  /** Names of what was not understood, to be said. */
  names: string[];
  /** Their keys, to be dropped. */
  keys: string[];
}

/** @param page the last part of the path: `premium` */
export function linkFaults(page: string, query: URLSearchParams): LinkFaults {
  const known = { ...everywhere, ...pages.get(page) };
  const wrong = Object.entries(known).filter(([key, { sound }]) => query.has(key) && !sound(query.get(key) ?? ''));
  return { names: wrong.map(([, { name }]) => name), keys: wrong.map(([key]) => key) };
}
