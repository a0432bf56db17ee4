import { loadParameters, loadSource } from '#cities';
import { today } from '#platform';
import type { FigureEvidence } from '#ui';

/** Finds what stands behind `id@date`: the words of the sources come now, when somebody asks for them. */
export async function evidence(city: string, ref: string): Promise<FigureEvidence | undefined> {
  const [id = '', day = ''] = ref.split('@');
  const parameter = (await loadParameters(city))?.parameters.find((one) => one.id === id);
  const dated = parameter?.values.find(({ from, to }) => from <= day && (to === undefined || day <= to));
  if (!parameter || !dated) return undefined;
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
