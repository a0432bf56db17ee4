import { loadCity, loadSource } from '#cities';
import { today } from '#platform';
import type { FigureEvidence } from '#ui';

/** Finds what stands behind `id@date`, in the city's own policy. */
export async function evidence(city: string, ref: string): Promise<FigureEvidence | undefined> {
  const [id = '', day = ''] = ref.split('@');
  const figure = (await loadCity(city))?.policy.on(day).find(id);
  if (!figure) return undefined;
  const { parameter, dated } = figure;
  const document = await loadSource(dated.source);
  const words = parameter.choices?.[dated.value];
  const part = document?.parts.find((one) => one.id === dated.part)?.heading;
  return {
    ...dated,
    unit: parameter.unit,
    ...(words ? { words } : {}),
    ...(document ? { document } : {}),
    ...(part ? { part } : {}),
  };
}

/** Said on a page with a value past the day on which it should have been looked at again; with `?asof=`, by the day shown. */
export const late = (day: string): string | undefined =>
  today() >= day ? '这一页有数字过了该重新核对的日子，用之前请再确认。' : undefined;
