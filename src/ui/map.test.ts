import { expect, test } from 'vitest';
import { mapLinks } from './map.ts';

test('each map gets the word percent-encoded as its only parameter', () => {
  expect(mapLinks('社康中心').map(({ to }) => to)).toEqual([
    'https://uri.amap.com/search?keyword=%E7%A4%BE%E5%BA%B7%E4%B8%AD%E5%BF%83',
    'https://apis.map.qq.com/uri/v1/search?keyword=%E7%A4%BE%E5%BA%B7%E4%B8%AD%E5%BF%83',
  ]);
});

test('a word with signs that mean something in an address comes through whole', () => {
  for (const { to } of mapLinks('A&B=C #1 + 50%')) {
    const url = new URL(to);
    expect([...url.searchParams]).toEqual([['keyword', 'A&B=C #1 + 50%']]);
    expect(url.hash).toBe('');
    expect(url.protocol).toBe('https:');
  }
});
