/** What the project ships, found on disk: cities and their case files. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CityModule } from '../../src/cities/city.ts';

export const root = join(import.meta.dirname, '..', '..');

/** A city is a folder under `src/policy/` that holds `parameters.json`. */
export const cityIds: string[] = readdirSync(join(root, 'src/policy'), { withFileTypes: true })
  .filter(
    (entry) => entry.isDirectory() && readdirSync(join(root, 'src/policy', entry.name)).includes('parameters.json'),
  )
  .map((entry) => entry.name)
  .sort();

export const readCityFile = (city: string): { name: string; order: number; clinic?: string; building?: true } =>
  JSON.parse(readFileSync(join(root, 'src/policy', city, 'city.json'), 'utf8'));

export async function loadCityModule(id: string): Promise<CityModule> {
  const module: { city: CityModule } = await import(`../../src/cities/${id}.ts`);
  return module.city;
}

/** The case files that stand beside a city's policy. */
export function caseFiles(city: string): string[] {
  const folder = join(root, 'src/policy', city, 'cases');
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => join(folder, name));
}
