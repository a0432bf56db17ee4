/** The ledger as a text, there and back; and a thousand broken ones. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Child, LedgerEntry } from '#platform';
import { type Backup, type Plan, planOf, readBackup, writeBackup } from './backup.ts';

const CITIES = ['shenzhen', 'chongqing'];
const child = (id: string, name: string, year = '2020'): Child => ({ id, name, birth: { year, month: '5', day: '1' } });
const visit = (n: number, more: Partial<LedgerEntry> = {}): LedgerEntry => ({
  id: `2026-03.${String(n).padStart(9, '0')}abc`,
  child: 'aaaaaaaaaa',
  city: 'shenzhen',
  date: `2026-03-${String((n % 28) + 1).padStart(2, '0')}`,
  answers: { care: 'outpatient', place: 'local' },
  amounts: { eligible: '300', excluded: '1.50' },
  note: '',
  ...more,
});
const children = [child('aaaaaaaaaa', '豆豆'), child('bbbbbbbbbb', '', '2024')];
const entries = [visit(1), visit(2), visit(3, { child: 'bbbbbbbbbb', city: 'chongqing', note: '“发烧”，\\"' })];
const text = writeBackup(children, entries);

const read = (given: string): Backup => {
  const reading = readBackup(given, CITIES);
  if (reading.kind === 'fault') throw new Error(`${reading.fault.line}: ${reading.fault.reason}`);
  return reading.backup;
};
const faultOf = (given: string) => {
  const reading = readBackup(given, CITIES);
  return reading.kind === 'fault' ? reading.fault : undefined;
};
const planned = (backup: Backup, who: Child[], what: LedgerEntry[]): Plan => {
  const plan = planOf(backup, who, what);
  if ('reason' in plan) throw new Error(plan.reason);
  return plan;
};

describe('there and back', () => {
  test('the same children and visits; a child without visits is not written', () => {
    expect(read(text)).toEqual({ children, entries });
    expect(read(writeBackup([...children, child('cccccccccc', '三')], entries)).children).toEqual(children);
    expect(text.trim().split('\n')).toHaveLength(7);
  });

  test('what mail and chat do to a text is forgiven: line ends, blank lines, spaces, a byte order mark', () => {
    const sent = `\uFEFF\r\n  ${text.split('\n').join(' \r\n\r\n ')}\r\n\r\n`;
    expect(read(sent)).toEqual({ children, entries });
  });

  test('taken in twice it changes nothing; what is here stays; what differs becomes as in the text', () => {
    const backup = read(text);
    const first = planned(backup, [], []);
    expect([first.newChildren, first.added, first.changed, first.same]).toEqual([2, 3, 0, 0]);
    const again = planned(backup, first.children, first.put);
    expect([again.newChildren, again.added, again.changed, again.same]).toEqual([0, 0, 0, 3]);
    const mine = [visit(1, { note: '改过' }), visit(9)];
    const plan = planned(backup, children, mine);
    expect([plan.added, plan.changed, plan.same]).toEqual([2, 1, 0]);
    expect(plan.put.find(({ id }) => id === mine[0]?.id)?.note).toBe('');
  });

  test('two phones of one family: the child with this nickname and birthday is this child, whatever it is called inside', () => {
    const { id: _, ...unnamed } = child('', '豆豆');
    const other = planned(read(text), [child('zzzzzzzzzz', '豆豆')], []);
    expect(other.children.map(({ id }) => id)).toEqual(['zzzzzzzzzz', 'bbbbbbbbbb']);
    expect(new Set(other.put.map((one) => one.child))).toEqual(new Set(['zzzzzzzzzz', 'bbbbbbbbbb']));
    expect(planned(read(text), [unnamed], []).children[0]).toEqual(children[0]);
    const other05 = { ...child('zzzzzzzzzz', '豆豆'), birth: { year: '2020', month: '05', day: '01' } };
    expect(planned(read(text), [other05], []).newChildren).toBe(1);
    const six = Array.from({ length: 6 }, (_, n) => child(`cccccccc${n}0`, `孩子${n}`));
    expect(planOf(read(text), six, [])).toMatchObject({ reason: expect.stringContaining('超过 6 个') });
  });
});

describe('twins without nicknames', () => {
  const twins = [child('aaaaaaaaaa', ''), child('bbbbbbbbbb', '')];
  const each = [visit(1), visit(2, { child: 'bbbbbbbbbb' })];
  const backup = read(writeBackup(twins, each));
  const whose = (plan: Plan) => plan.put.map((one) => one.child);
  test('stay two, on a new phone and on one that knows them by other names', () => {
    expect(planned(backup, [], [])).toMatchObject({ children: twins, newChildren: 2 });
    expect(whose(planned(backup, [], []))).toEqual(['aaaaaaaaaa', 'bbbbbbbbbb']);
    for (const there of [[child('zzzzzzzzzz', '')], [child('yyyyyyyyyy', ''), child('zzzzzzzzzz', '')]]) {
      const plan = planned(backup, there, []);
      expect(plan.children).toEqual([...there, ...twins]);
      expect(whose(plan)).toEqual(['aaaaaaaaaa', 'bbbbbbbbbb']);
    }
  });

  test('one of them is there by its name: the other is the other', () => {
    const plan = planned(backup, [child('bbbbbbbbbb', ''), child('zzzzzzzzzz', '')], []);
    expect(plan.newChildren).toBe(0);
    expect(whose(plan)).toEqual(['zzzzzzzzzz', 'bbbbbbbbbb']);
  });
});

describe('what is wrong, and in which line', () => {
  const lines = text.trim().split('\n');
  const withLine = (place: number, line: string) => lines.map((one, n) => (n === place - 1 ? line : one)).join('\n');
  const changed = (place: number, change: (record: Record<string, never>) => unknown) =>
    withLine(place, JSON.stringify(change(JSON.parse(lines[place - 1] ?? ''))));
  test.each<[string, string, number, RegExp]>([
    ['nothing at all', '  \n \n', 1, /空的/],
    ['something else', '你好\n世界', 1, /不是家庭账本的开头/],
    ['a newer release', withLine(1, '{"wa-yibao":"ledger","version":2}'), 1, /更新的版本/],
    ['half a line', withLine(4, lines[3]?.slice(0, 40) ?? ''), 4, /不完整/],
    ['an unknown record', withLine(5, '{"other":1}'), 5, /既不是孩子/],
    ['a child that is none', changed(2, () => ({ child: { name: '豆豆' } })), 2, /孩子的内容不对/],
    ['the same child again', withLine(3, lines[1] ?? ''), 3, /前面已经有了/],
    ['the same visit again', withLine(5, lines[3] ?? ''), 5, /前面已经有了/],
    ['no such day', lines.join('\n').replace('"2026-03-02"', '"2026-02-30"'), 4, /日历上没有“2026-02-30”/],
    ['no such city', lines.join('\n').replace('"city":"chongqing"', '"city":"atlantis"'), 6, /没有“atlantis”/],
    ['no amount', lines.join('\n').replace('"300"', '"三百"'), 4, /金额不对：“三百”/],
    ['markup for a name', lines.join('\n').replace('"aaaaaaaaaa"', '"<b>aaaaaa"'), 2, /孩子的内容不对/],
    ['cut off at the end', lines.slice(0, -1).join('\n'), 6, /不是结尾/],
    ['cut out in the middle', [...lines.slice(0, 3), ...lines.slice(4)].join('\n'), 6, /不是结尾/],
  ])('%s', (_, given, line, reason) => {
    expect(faultOf(given)).toMatchObject({ line, reason: expect.stringMatching(reason) });
  });

  test('1,000 mutated texts: either everything or a line with a reason; never an exception, never a changed prototype', () => {
    const piece = fc.constantFrom(
      '"',
      '{',
      '}',
      ',',
      '\n',
      '__proto__',
      'constructor',
      '1e999',
      'null',
      '<script>',
      '\\u0000',
      '９',
      '',
    );
    const mutation = fc.record({
      at: fc.nat(text.length),
      drop: fc.nat(60),
      put: fc.oneof(piece, fc.string({ maxLength: 12, unit: 'binary' })),
    });
    let [sound, broken] = [0, 0];
    fc.assert(
      fc.property(fc.array(mutation, { minLength: 1, maxLength: 4 }), (mutations) => {
        const given = mutations.reduce((all, { at, drop, put }) => all.slice(0, at) + put + all.slice(at + drop), text);
        const reading = readBackup(given, CITIES);
        if (reading.kind === 'fault') {
          broken += 1;
          expect(reading.fault.line).toBeGreaterThanOrEqual(1);
          expect(reading.fault.line).toBeLessThanOrEqual(given.split('\n').length + 60);
          expect(reading.fault.reason).toMatch(/[\u4e00-\u9fff]/);
          expect(reading.fault.reason).not.toMatch(/undefined|NaN|\[object/);
        } else {
          sound += 1;
          planOf(reading.backup, children, entries);
        }
        expect(Object.keys(Object.prototype)).toEqual([]);
      }),
      { numRuns: 1000 },
    );
    console.info(`saw ${broken} broken and ${sound} sound texts`);
    expect(broken).toBeGreaterThan(700);
  });
});
