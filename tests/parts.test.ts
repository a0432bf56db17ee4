import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { named, parts } from '../scripts/lib/parts.ts';

const src = join(import.meta.dirname, '../src');
const files = readdirSync(src, { recursive: true, encoding: 'utf8' }).map(
  (file) => `/src/${file.replaceAll('\\', '/')}`,
);
const there = (pattern: string) => files.some((file) => new RegExp(pattern).test(file));

test('every module that a part of the build names is there', () => {
  const wanted = named.flatMap(([folder, names]) =>
    (names.includes('(') || names.includes('[') ? [names] : names.split('|')).map(
      (name) => `^/src/${folder}/${name}\\.`,
    ),
  );
  expect(wanted.length).toBeGreaterThan(80);
  expect(wanted.filter((pattern) => !there(pattern))).toEqual([]);
});

test('no module is in two parts', () => {
  const twice = files.filter((file) => /\.tsx?$/.test(file) && parts.filter((part) => part.test.test(file)).length > 1);
  expect(twice).toEqual([]);
});

test('what a page begins with does not read React’s larger half in its own task', () => {
  const first = files.filter(
    (file) => /\/src\/app\/main\./.test(file) || parts.find(({ name }) => name === 'shell')?.test.test(file),
  );
  const text = first.filter((file) => /\.tsx?$/.test(file)).map((file) => readFileSync(join(src, '..', file), 'utf8'));
  expect(text.length).toBeGreaterThan(20);
  expect(text.filter((one) => /from ['"]react-dom/.test(one))).toEqual([]);
  expect(text.filter((one) => one.includes("import('react-dom/client')"))).toHaveLength(1);
});
