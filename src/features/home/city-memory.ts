import { stored } from '#platform';

/** The city that was looked at last, on this phone. */
export const lastCity = stored<string>({
  key: 'city',
  version: 1,
  fallback: '',
  validate: (value) => (typeof value === 'string' && /^[a-z-]{1,40}$/.test(value) ? value : undefined),
});
