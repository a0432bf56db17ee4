import { describe, expect, it } from 'vitest';
import { dropOwnFigure, ownFiguresOf, putOwnFigure, readOwnFigures } from './own-figures.ts';
import { wipe } from './wipe.ts';

const limit = { id: 'outpatient.limit', value: '2700', from: '2026-01-01', to: '2026-12-31' };

describe('own figures on the phone', () => {
  it('one per parameter and period; the later one counts; going back forgets it, and so does wiping', () => {
    putOwnFigure('a', limit);
    putOwnFigure('a', { ...limit, value: '2800' });
    putOwnFigure('a', { ...limit, from: '2027-01-01', to: '2027-12-31' });
    putOwnFigure('b', limit);
    expect(ownFiguresOf('a').map(({ value, from }) => [value, from])).toEqual([
      ['2800', '2026-01-01'],
      ['2700', '2027-01-01'],
    ]);
    dropOwnFigure('a', limit);
    dropOwnFigure('a', { id: 'other', from: '2027-01-01' });
    expect(ownFiguresOf('a')).toEqual([{ ...limit, from: '2027-01-01', to: '2027-12-31' }]);
    expect(ownFiguresOf('b')).toEqual([limit]);
    wipe();
    expect(ownFiguresOf('a')).toEqual([]);
    expect(ownFiguresOf('b')).toEqual([]);
  });

  it('what was kept comes back only where it is sound', () => {
    expect(readOwnFigures({ a: [limit] })).toEqual({ a: [limit] });
    for (const bad of [
      { ...limit, value: '-1' },
      { ...limit, value: 'NaN' },
      { ...limit, value: '1e9' },
      { ...limit, value: 2700 },
      { ...limit, id: 'x'.repeat(61) },
      { ...limit, from: '2026-2-3' },
      null,
      [],
    ])
      expect(readOwnFigures({ a: [bad, limit] })).toEqual({ a: [limit] });
    expect(readOwnFigures({ 'A/..': [limit] })).toEqual({});
    for (const bad of [null, 5, [], 'a']) expect(readOwnFigures(bad)).toBeUndefined();
    expect(Object.getPrototypeOf(readOwnFigures(JSON.parse('{"__proto__":[]}')))).toBe(Object.prototype);
  });
});
