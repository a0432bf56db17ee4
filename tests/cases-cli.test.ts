/** The case runner: what it prints, and how it ends. */
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { readCaseFile } from '../scripts/lib/case-file.ts';
import { type CheckedCases, checkCases } from '../scripts/lib/check-cases.ts';
import { caseFiles, cityIds } from '../scripts/lib/project.ts';

const root = join(import.meta.dirname, '..');
const folder = mkdtempSync(join(tmpdir(), 'cases-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface Run extends CheckedCases {
  errors: string;
}

/** As it is called: `npm run --silent cases -- FILE…`. */
function called(...files: string[]): Promise<Run> {
  return new Promise((resolve) => {
    const child = spawn('npm', ['run', '--silent', 'cases', '--', ...files], { cwd: root });
    let [out, errors] = ['', ''];
    child.stdout.on('data', (data: Buffer) => {
      out += data;
    });
    child.stderr.on('data', (data: Buffer) => {
      errors += data;
    });
    child.on('close', (code) => resolve({ code: code as Run['code'], lines: out.trimEnd().split('\n'), errors }));
  });
}

let number = 0;
function file(content: unknown, name = `case-${++number}.json`): string {
  const path = join(folder, name);
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
  return path;
}

const visit = {
  date: '2024-10-10',
  care: 'inpatient',
  level: 'tertiary',
  place: 'elsewhere',
  reason: 'routine',
  registered: false,
  selected: false,
  consultationFee: '0',
  eligible: '10000.00',
  excluded: '0',
};
const answer = { fund: '6768.00', critical: '0.00', self: '3232.00', outpatientLeft: '2471.31' };
const good = {
  name: 'first tertiary stay',
  city: 'shenzhen',
  member: { birthDate: '2019-05-01', localHukou: true },
  visits: [visit],
  expect: [answer],
};
const { visits: _, ...bare } = good;
const premium = { ...bare, premium: { payDate: '2024-09-01' }, expect: { own: '436.32', months: 12 } };

describe('a valid file', () => {
  it('that holds: 0', async () => {
    const facts = [
      good,
      premium,
      { ...bare, coverage: { payDate: '2024-09-01' }, expect: { from: '2024-10-01', to: '2025-09-30' } },
      { ...bare, deadline: {}, member: { birthDate: '2025-08-31' }, expect: { newborn: '2026-02-28' } },
      { ...bare, clinic: { on: '2025-01-01' }, expect: { options: ['secondary', 'primary'] } },
      { ...good, city: 'chongqing', expect: [{ notComputable: true }] },
      { ...good, visits: [{ ...visit, eligible: '1.234' }], expect: [{ error: 'eligible' }] },
    ];
    expect(await checkCases([file(facts)])).toEqual({ code: 0, lines: ['7 passed, 0 failed'] });
  });

  it('with one wrong fen: 1, and the line that names it', async () => {
    const path = file([good, { ...good, name: 'one fen', expect: [{ ...answer, fund: '6768.01' }] }]);
    const { code, lines } = await checkCases([path]);
    expect(lines).toEqual([`${path}: one fen: fund: expected 6768.01, got 6768.00`, '1 passed, 1 failed']);
    expect(code).toBe(1);
  });

  it('with a wrong answer in the second of two visits: names which', async () => {
    const two = { ...good, name: 'two', visits: [visit, visit], expect: [answer, { self: '1.00' }] };
    const path = file([two]);
    const { code, lines } = await checkCases([path]);
    expect(lines).toEqual([`${path}: two: visits[1].self: expected 1.00, got 3016.00`, '0 passed, 1 failed']);
    expect(code).toBe(1);
  });

  it('that expects a figure and gets a refusal, or another field in error: 1', async () => {
    const path = file([
      { ...good, name: 'a', visits: [{ ...visit, date: '2030-01-01' }] },
      { ...good, name: 'b', visits: [{ ...visit, eligible: 'x' }], expect: [{ error: 'date' }] },
      { ...good, name: 'c', expect: [{ notComputable: true }] },
      { ...premium, name: 'd', expect: { own: '436.32', months: 11 } },
    ]);
    const { code, lines } = await checkCases([path]);
    expect(code).toBe(1);
    expect(lines.at(-1)).toBe('0 passed, 4 failed');
    expect(lines.slice(0, 4).map((line) => line.slice(path.length))).toEqual([
      ': a: fund: expected 6768.00, got notComputable true',
      ': b: error: expected date, got eligible',
      ': c: notComputable: expected true, got fund 6768.00, critical 0.00, self 3232.00, outpatientLeft 2471.31',
      ': d: months: expected 11, got 12',
    ]);
  });
});

const refusals: [what: string, content: unknown, field: string][] = [
  ['bad JSON', '[{', 'not JSON'],
  ['an empty file', '', 'not JSON'],
  ['no array', good, 'not an array'],
  ['a case that is no object', ['x'], 'case 1: case:'],
  ['an unknown key of a case', [{ ...good, note: 'x' }], 'first tertiary stay: note:'],
  ['an unknown key of the member', [{ ...good, member: { ...good.member, age: 5 } }], 'member.age:'],
  ['an unknown key of a visit', [{ ...good, visits: [{ ...visit, hospital: 'x' }] }], 'visits[0].hospital:'],
  ['an unknown key of used', [{ ...good, used: { fund: '1' } }], 'used.fund:'],
  ['an unknown key of an answer', [{ ...good, expect: [{ ...answer, paid: '1' }] }], 'expect[0].paid:'],
  ['an unknown key of a payment', [{ ...premium, premium: { payDate: '2024-09-01', months: 3 } }], 'premium.months:'],
  ['an unknown key of a deadline', [{ ...bare, deadline: { on: 'x' }, expect: { newborn: 'x' } }], 'deadline.on:'],
  ['an unknown enum word', [{ ...good, visits: [{ ...visit, care: 'dental' }] }], 'visits[0].care:'],
  [
    'an unknown enum word of the member',
    [{ ...good, member: { ...good.member, enrolment: 'x' } }],
    'member.enrolment:',
  ],
  ['a wrong JSON type: a number for money', [{ ...good, visits: [{ ...visit, eligible: 10 }] }], 'visits[0].eligible:'],
  [
    'a wrong JSON type: a text for a boolean',
    [{ ...good, member: { birthDate: '2019-05-01', localHukou: 'yes' } }],
    'member.localHukou:',
  ],
  [
    'a wrong JSON type: a text for the tier',
    [{ ...good, member: { birthDate: '2019-05-01', tier: '1' } }],
    'member.tier:',
  ],
  ['null', [{ ...good, visits: [{ ...visit, excluded: null }] }], 'visits[0].excluded:'],
  ['a missing member', [{ ...good, member: undefined }], 'member:'],
  ['a missing birth date', [{ ...good, member: {} }], 'member.birthDate:'],
  ['a missing level', [{ ...good, visits: [{ ...visit, level: undefined }] }], 'visits[0].level:'],
  ['a missing answer', [{ ...good, expect: undefined }], 'expect:'],
  ['an unknown city', [{ ...good, city: 'beijing' }], 'city:'],
  ['answers of another number', [{ ...good, expect: [answer, answer] }], 'expect:'],
  ['two kinds of input', [{ ...good, premium: { payDate: '2024-09-01' } }], 'premium:'],
  ['no input', [bare], 'visits:'],
];

describe('a file that is no case file: 2, with the file, the case and the field', () => {
  const files = refusals.map(([, content]) => file(content));
  const all = checkCases(files);

  it.each(refusals.map(([what, content, field], at) => ({ what, content, field, at })))('$what', async (refusal) => {
    const { content, field, at } = refusal;
    const { code, lines } = await all;
    expect(code).toBe(2);
    expect(lines).toHaveLength(files.length + 1);
    expect(lines[at]).toContain(files[at]);
    expect(lines[at]).toContain(field);
    if (typeof content === 'object' && field.includes(':') && field !== 'case 1: case:') {
      expect(lines[at]).toContain('first tertiary stay');
    }
    expect(lines.at(-1)).toBe('0 passed, 0 failed');
  });

  it('one alone', async () => {
    const path = file('[{');
    const { code, lines } = await checkCases([path]);
    expect({ code, lines: lines.length }).toEqual({ code: 2, lines: 2 });
    expect(lines[0]).toContain(`${path}: not JSON`);
  });

  it('a file that does not exist', async () => {
    const path = join(folder, 'nowhere.json');
    const { code, lines } = await checkCases([path]);
    expect(code).toBe(2);
    expect(lines[0]).toContain(`${path}: cannot be read`);
  });
});

describe('several files', () => {
  it('good, failing and invalid: each is told of, the worst decides', async () => {
    const failing = file([{ ...good, name: 'wrong', expect: [{ self: '1' }] }]);
    const invalid = file([{ ...good, city: 'x' }]);
    const { code, lines } = await checkCases([file([good]), failing, invalid, file([premium, good])]);
    expect(code).toBe(2);
    expect(lines).toHaveLength(3);
    expect(lines[0]).toBe(`${failing}: wrong: self: expected 1.00, got 3232.00`);
    expect(lines[1]).toContain(`${invalid}: first tertiary stay: city:`);
    expect(lines[2]).toBe('3 passed, 1 failed');
  });

  it('none named: every case that is shipped holds', async () => {
    const { code, lines } = await checkCases([]);
    const [, passed = '', failed = ''] = /^(\d+) passed, (\d+) failed$/.exec(lines.at(-1) ?? '') ?? [];
    expect({ code, failed, lines: lines.length }).toEqual({ code: 0, failed: '0', lines: 1 });
    expect(Number(passed)).toBeGreaterThanOrEqual(1000);
  });

  it('every case that is shipped expects something of each of its inputs', () => {
    const cases = cityIds.flatMap(caseFiles).flatMap((path) => readCaseFile(path, cityIds));
    const idle = cases.filter(
      ({ expect: all }) => all.length === 0 || all.some((one) => Object.keys(one).length === 0),
    );
    expect(idle.map(({ name }) => name)).toEqual([]);
    expect(cases.length).toBeGreaterThanOrEqual(1000);
  });
});

describe.concurrent('called on the command line, it prints the same and ends so', () => {
  it.each([
    ['good', [good], 0],
    ['failing', [{ ...good, expect: [{ self: '1' }] }], 1],
    ['invalid', [{ ...good, city: 'x' }], 2],
  ] as const)('%s', async (_, content, ends) => {
    const path = file(content);
    const { lines, code } = await checkCases([path]);
    expect(code).toBe(ends);
    expect(await called(path)).toEqual({ lines, code, errors: '' });
  });
});
