import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { cityIds, root } from '../scripts/lib/project.ts';

/** Rooms that serve every city and know none. */
const rooms = ['engine', 'journeys', 'features', 'ui', 'platform', 'app'];

const files = rooms.flatMap((room) =>
  readdirSync(join(root, 'src', room), { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file) && !file.includes('.test.'))
    .map((file) => join('src', room, file)),
);

/** A city's id or name inside a string, or a comparison with one. */
function namesACity(code: string, cities: readonly string[]): string | undefined {
  const bare = code.replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '');
  return cities.find((city) => new RegExp(`['"\`/]${city}\\b`).test(bare));
}

it('finds a planted city', () => {
  expect(namesACity("if (city.id === 'shenzhen') pay();", cityIds)).toBe('shenzhen');
  expect(namesACity('const to = `/chongqing/pay/`;', cityIds)).toBe('chongqing');
  expect(namesACity("// only 'shenzhen'\nconst a = 1;", cityIds)).toBeUndefined();
});

it('no room but policy/ and cities/ knows a city by name', () => {
  console.log(`saw ${files.length} files and ${cityIds.length} cities`);
  expect(files.length).toBeGreaterThan(100);
  expect(cityIds.length).toBeGreaterThanOrEqual(2);
  const found = files.filter((file) => namesACity(readFileSync(join(root, file), 'utf8'), cityIds));
  expect(found).toEqual([]);
});
