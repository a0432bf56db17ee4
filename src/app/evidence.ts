import { loadParameters, loadSource } from '#cities';
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
