import { copyText, readPageData, setTitle } from '#platform';
import type { UiServices } from '#ui';

// Rules, figures and documents come at the first question.
const loadEvidence = () => import('./evidence.ts');

export const services: UiServices = {
  copyText,
  setTitle,
  evidence: async (city, ref) => (await loadEvidence()).evidence(city, ref),
  late: async (day) => (await loadEvidence()).late(day),
  pageData: { read: readPageData, record: () => undefined },
  own: async () => (await import('./own.ts')).own,
  version: __BUILD__,
};
