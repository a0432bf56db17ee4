import { describe, expect, it } from 'vitest';
import { faultsOf } from '../e2e/engines/syntax.ts';

describe('what an old engine cannot read', () => {
  it('is found', () => {
    expect(faultsOf('a ||= b')).toHaveLength(1);
    expect(faultsOf('class A { b = 1 }')).toHaveLength(1);
    expect(faultsOf('a?.b(...c)')).toHaveLength(1);
    expect(faultsOf('f(() => { a?.(1).b.c(...d).e })')).toHaveLength(1);
  });

  it('is no more than that', () => {
    expect(faultsOf('export default [a?.b(c) ?? d(...e), a?.b.c, f(...g)?.h, a?.(f(...g))]')).toEqual([]);
  });
});
