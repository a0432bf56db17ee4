/**
 * What a careless copy, a broken phone and a bad-tempered stranger make of links, of what is kept and of files: sound ones, damaged at
 * random, always the same for the same number.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Dice } from '../laws/random-cases.ts';

/** The generator of the laws, with what damaging needs. */
export class Random extends Dice {
  /** 0 to n − 1. */
  upTo(n: number): number {
    return Math.floor(this.next() * n);
  }
  pick<T>(from: readonly T[]): T {
    const one = from[this.upTo(from.length)];
    if (one === undefined) throw new Error('nothing to pick from');
    return one;
  }
}

const NASTY = [
  '',
  '0',
  '-1',
  'NaN',
  'Infinity',
  '1e999',
  '0x10',
  '９９９',
  '1,2,3',
  '99999999999999999999',
  '0.001',
  'null',
  'undefined',
  'true',
  '[object Object]',
  '__proto__',
  'constructor',
  'toString',
  'hasOwnProperty',
  'prototype',
  '<script>window.planted=1</script>',
  '"><img src=x onerror=window.planted=1>',
  'javascript:alert(1)',
  '$' + '{alert(1)}',
  '{{1+1}}',
  '../../etc/passwd',
  '%',
  '%00',
  '%E0%A4%A',
  '\u0000',
  '\u202e',
  '\ud800',
  '😀',
  '2026-02-30',
  '0000-00-00',
  '[[outpatient.limit@2026-01-01]]',
  '很'.repeat(300),
  'a'.repeat(4000),
];

const fixtures: { links: { link: string }[] } = JSON.parse(
  readFileSync(join(import.meta.dirname, '../fixtures/links.json'), 'utf8'),
);
/** Sound links, of every format there ever was, and some with every key of the calculators. */
export const SOUND_LINKS: readonly string[] = [
  ...fixtures.links.map(({ link }) => link),
  '/shenzhen/estimate/?asof=2025-05-01&at=costs&care=inpatient&edit=1&eligible=800&excluded=5&level=secondary&place=local&stay=first&year=2025',
  '/chongqing/estimate/?at=used&base=100&care=major&eligible=90000&enrolment=independent&level=tertiary&tier=two&year=2026',
  '/chongqing/tiers/?asof=2026-01-01&care=both&clinic=primary&level=primary&year=2026',
  '/chongqing/compare/?at=result&tier=2',
];

function damage(random: Random, text: string): string {
  const at = random.upTo(text.length + 1);
  switch (random.upTo(6)) {
    case 0:
      return text.slice(0, at);
    case 1:
      return text.slice(0, at) + text.slice(at + 1 + random.upTo(3));
    case 2:
      return text.slice(0, at) + String.fromCharCode(33 + random.upTo(94)) + text.slice(at + 1);
    case 3:
      return text.slice(0, at) + random.pick(NASTY) + text.slice(at);
    case 4:
      return text + text;
    default:
      return text.toUpperCase();
  }
}

/** Path and query; nothing before the path. */
export function mutatedLink(random: Random): string {
  const [path = '/', query = ''] = random.pick(SOUND_LINKS).split('?');
  const pairs = query ? query.split('&').map((pair) => pair.split('=')) : [];
  for (let times = 1 + random.upTo(3); times > 0; times--) {
    const [, foreign = ''] = random.pick(SOUND_LINKS).split('?');
    const pair = random.upTo(Math.max(1, pairs.length));
    const [key = 'care', value = ''] = pairs[pair] ?? [];
    switch (random.upTo(6)) {
      case 0:
        pairs[pair] = [key, random.pick(NASTY)];
        break;
      case 1:
        pairs.push([key, damage(random, value)]);
        break;
      case 2:
        pairs.push([random.pick(NASTY), random.pick(NASTY)]);
        break;
      case 3:
        pairs.push(...foreign.split('&').map((one) => one.split('=')));
        break;
      case 4:
        pairs.splice(pair, 1);
        break;
      default:
        pairs[pair] = [key, damage(random, value)];
    }
  }
  // Mostly as a browser writes it, sometimes raw as a hand does.
  const write = (text = '') => (random.upTo(4) === 0 ? handwritten(text) : encodeURIComponent(wellFormed(text)));
  const end = pairs.map(([key, value]) => `${write(key)}=${write(value)}`).join('&');
  const place = random.upTo(8) === 0 ? handwritten(damage(random, path)).replace(/^\/{2,}/, '/') : path;
  return `${place.startsWith('/') ? place : `/${place}`}${end && `?${end}`}`;
}

/** As somebody types it into the address, without what ends one. */
const handwritten = (text: string): string =>
  [...text].filter((letter) => letter > ' ' && letter !== '#' && letter !== '?').join('');

/** Half a pair of surrogates cannot be written into an address. */
const wellFormed = (text: string): string => text.replace(/[\ud800-\udfff]/g, '');

const VALUES: readonly unknown[] = [
  null,
  true,
  0,
  -1,
  1e99,
  [],
  {},
  [null],
  [[[]]],
  { length: -1 },
  JSON.parse('{"__proto__":{"polluted":1}}'),
  JSON.parse('{"constructor":{"prototype":{"polluted":1}}}'),
  ...NASTY,
];

/** The same thing with one part of it replaced, doubled, moved or gone. */
function twist(random: Random, thing: unknown): unknown {
  if (typeof thing !== 'object' || thing === null || random.upTo(6) === 0) return random.pick(VALUES);
  if (Array.isArray(thing)) {
    const list = [...thing];
    const at = random.upTo(Math.max(1, list.length));
    const what = random.upTo(4);
    if (what === 0) list.splice(at, 1);
    else if (what === 1) list.push(...list, random.pick(VALUES));
    else if (what === 2) return Array.from({ length: 3000 }, () => list[at]);
    else list[at] = twist(random, list[at]);
    return list;
  }
  const entries = Object.entries(thing);
  const at = random.upTo(Math.max(1, entries.length));
  const what = random.upTo(4);
  if (what === 0) entries.splice(at, 1);
  else if (what === 1) entries.push([random.pick(NASTY), random.pick(VALUES)]);
  else if (entries[at]) entries[at] = [entries[at][0], twist(random, entries[at][1])];
  return Object.fromEntries(entries);
}

/** A piece of JSON that was kept or exported: twisted, cut off, or damaged in its letters; of an older or newer version, too. */
export function mutatedJson(random: Random, sound: unknown): string {
  let thing = sound;
  for (let times = 1 + random.upTo(2); times > 0; times--) thing = twist(random, thing);
  const text = JSON.stringify(random.upTo(4) === 0 ? sound : thing) ?? '';
  return random.upTo(3) === 0 ? damage(random, text) : text;
}
