import { copyText, readPageData, reloadFor, setTitle, today } from '#platform';
import type { UiServices } from '#ui';

// Rules, figures and documents come at the first question.
const loadEvidence = () => import('./evidence.ts');

export const services: UiServices = {
  copyText,
  setTitle,
  evidence: async (city, ref) => (await loadEvidence()).evidence(city, ref),
  // With `?asof=`, by the day shown.
  late: (day) => (today() >= day ? '这一页有数字过了该重新核对的日子，用之前请再确认。' : undefined),
  pageData: { read: readPageData, record: () => undefined },
  own: async () => (await import('./own.ts')).own,
  missing: (fault) => void reloadFor(fault, __BUILD__.build, false),
  version: __BUILD__,
};
