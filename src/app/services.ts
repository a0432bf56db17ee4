import { copyText, readPageData, setTitle } from '#platform';
import type { UiServices } from '#ui';

export const services: UiServices = {
  copyText,
  setTitle,
  // Rules, figures and documents come at the first question.
  evidence: async (city, ref) => (await import('./evidence.ts')).evidence(city, ref),
  late: async (day) => (await import('./evidence.ts')).late(day),
  pageData: { read: readPageData, record: () => undefined },
  own: async () => (await import('./own.ts')).own,
  version: __BUILD__,
};
