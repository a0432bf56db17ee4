import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { cityIds, readCityFile, root } from '../scripts/lib/project.ts';

/** Rooms that serve every city and know none. */
const rooms = ['engine', 'journeys', 'features', 'ui', 'platform', 'app'];

const files = rooms.flatMap((room) =>
  readdirSync(join(root, 'src', room), { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file) && !file.includes('.test.'))
    .map((file) => join('src', room, file)),
);

/** Names of cities, and what only one of them calls a thing. */
const words = cityIds.flatMap((id) => {
  const { name, clinic } = readCityFile(id);
  return clinic ? [name, clinic] : [name];
});

/** What the app says of itself as a whole names what its cities have. */
const ITSELF = 'src/app/routes.ts';

/** A city's id in a string, or a comparison with one; its name or a word of its own anywhere but in a comment. */
function namesACity(code: string, cities: readonly string[]): string | undefined {
  const bare = code.replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '');
  return cities.find((city) => new RegExp(`['"\`/]${city}\\b`).test(bare)) ?? words.find((word) => bare.includes(word));
}

it('finds a planted city', () => {
  expect(namesACity("if (city.id === 'shenzhen') pay();", cityIds)).toBe('shenzhen');
  expect(namesACity('const to = `/chongqing/pay/`;', cityIds)).toBe('chongqing');
  expect(namesACity('const title = `选社康`;', cityIds)).toBe('社康');
  expect(namesACity('const title = "重庆少儿医保";', cityIds)).toBe('重庆');
  expect(namesACity("// only 'shenzhen'\nconst a = 1;", cityIds)).toBeUndefined();
});

it('no room but policy/ and cities/ knows a city by name', () => {
  console.log(`saw ${files.length} files and ${cityIds.length} cities`);
  expect(files.length).toBeGreaterThan(100);
  expect(cityIds.length).toBeGreaterThanOrEqual(2);
  const found = files.filter((file) => file !== ITSELF && namesACity(readFileSync(join(root, file), 'utf8'), cityIds));
  expect(found).toEqual([]);
});
