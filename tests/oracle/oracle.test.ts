import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { evaluate, sumsIn, toTwoDecimals } from './arithmetic.ts';
import { birthday, day, plusDays, plusMonths, toDay, toText } from './dates.ts';
import { solve } from './oracle.ts';
import { type Case, type CaseMember, type CaseUsed, type CaseVisit, share, toFen } from './types.ts';

const visits = (city: Case['city'], list: CaseVisit[], member: Partial<CaseMember> = {}, used: CaseUsed = {}) =>
  solve({ name: '', city, member: { birthDate: '2019-05-01', ...member }, visits: list, used, expect: [] });
const fact = (city: Case['city'], member: CaseMember, rest: Partial<Case>) =>
  solve({ name: '', city, member, expect: {}, ...rest });

describe('money and days', () => {
  it('rounds half up, once', () => {
    expect(share(142610n, 7500n)).toBe(106958n); // 1426.10 × 75% = 1069.575
    expect(share(142609n, 7500n)).toBe(106957n); // 1426.09 × 75% = 1069.5675
    expect(share(50n, 5500n, 9000n)).toBe(25n); // 0.50 × 55% × 90% = 0.2475
  });

  it('reads money strictly', () => {
    expect(toFen('100000000')).toBe(10_000_000_000n);
    expect(toFen('12.5')).toBe(1250n);
    for (const bad of ['100000000.01', '1.234', '-1', '', '1e5', '１２', '.5', '5.', ' 5', '1000000000']) {
      expect(toFen(bad), bad).toBeNull();
    }
  });

  it('knows the calendar', () => {
    expect(toDay('2023-02-29')).toBeNull();
    expect(toDay('2024-02-29')).toEqual({ year: 2024, month: 2, day: 29 });
    expect(toDay('1900-02-29')).toBeNull();
    expect(toText(plusMonths(day(2025, 8, 31), 6))).toBe('2026-02-28');
    expect(toText(plusMonths(day(2027, 8, 31), 6))).toBe('2028-02-29');
    expect(toText(plusDays(day(2025, 10, 3), 90))).toBe('2026-01-01');
    expect(toText(birthday(day(2008, 2, 29), 18))).toBe('2026-03-01');
    expect(toText(birthday(day(2008, 2, 29), 16))).toBe('2024-02-29');
  });
});

describe('Shenzhen by hand', () => {
  it('first tertiary stay out of the province, temporary: (10000 − 600) × 90% × 80%', () => {
    expect(
      visits('shenzhen', [
        { date: '2024-10-10', care: 'inpatient', level: 'tertiary', place: 'elsewhere', eligible: '10000.00' },
      ]),
    ).toEqual([{ fund: '6768.00', critical: '0.00', self: '3232.00', outpatientLeft: '2471.31' }]);
  });

  it('the limit is crossed in order of date; the consultation fee stands beside it', () => {
    const clinic = { care: 'outpatient', level: 'primary', selected: true } as const;
    // August: 2000 × 75% = 1500, left 2471.31 − 1500 = 971.31, fee 10 × 80% = 8. April comes first: 1500.
    expect(
      visits('shenzhen', [
        { ...clinic, date: '2024-08-01', eligible: '2000', consultationFee: '10' },
        { ...clinic, date: '2024-04-01', eligible: '2000' },
      ]),
    ).toEqual([
      { fund: '979.31', critical: '0.00', self: '1030.69', outpatientLeft: '0.00' },
      { fund: '1500.00', critical: '0.00', self: '500.00', outpatientLeft: '971.31' },
    ]);
  });

  it('a second layer over 10,000 of own share: 100000 − 89460 = 10540, 70% × 540', () => {
    const stay = { date: '2026-04-01', care: 'inpatient', level: 'tertiary', eligible: '100000' } as const;
    expect(visits('shenzhen', [stay])).toEqual([
      { fund: '89460.00', critical: '378.00', self: '10162.00', outpatientLeft: '2655.86' },
    ]);
    // The next one has 300 off and 10% of 99,700: own 10270, total 20810, all of it over the threshold.
    expect(visits('shenzhen', [stay, { ...stay, place: 'elsewhere' }])).toMatchObject([
      { critical: '378.00' },
      { fund: '71784.00', critical: '7189.00', self: '21027.00' },
    ]);
  });

  it('class-B items: 1% of 150.50 is 1.51 first, then (500 − 1.51) × 75% = 373.8675', () => {
    const visit = { date: '2025-10-01', care: 'outpatient', level: 'primary', selected: true } as const;
    expect(visits('shenzhen', [{ ...visit, eligible: '500', classB: '150.50' }])).toMatchObject([{ fund: '373.87' }]);
    expect(visits('shenzhen', [{ ...visit, eligible: '100', classB: '100.01' }])).toEqual([{ error: 'classB' }]);
  });

  it('premium of a newborn over two school years: 35.42 + 12 × 36.36', () => {
    const member = { birthDate: '2024-08-10' };
    const payment = { payDate: '2025-01-15', newborn: true };
    expect(fact('shenzhen', member, { premium: payment })).toEqual({ own: '471.74', months: 13 });
    expect(fact('shenzhen', member, { coverage: payment })).toEqual({ from: '2024-08-10', to: '2025-09-30' });
    expect(fact('shenzhen', member, { premium: { ...payment, payDate: '2025-02-11' } })).toEqual({ error: 'payDate' });
    expect(fact('shenzhen', member, { deadline: {} })).toEqual({ newborn: '2025-02-10' });
  });

  it('clinic by age: the 14th birthday itself is the later rule', () => {
    const member = { birthDate: '2012-02-29' };
    expect(fact('shenzhen', member, { clinic: { on: '2026-02-28' } })).toEqual({ options: ['primary', 'secondary'] });
    expect(fact('shenzhen', member, { clinic: { on: '2026-03-01' } })).toEqual({ options: ['primary'] });
  });

  it('names the first wrong field, and errors before missing years', () => {
    const stay = {
      date: '2023-06-01',
      care: 'inpatient',
      level: 'tertiary',
      eligible: 'x',
      place: 'elsewhere',
    } as const;
    expect(visits('shenzhen', [{ ...stay, registered: true }], { localHukou: false })).toEqual([
      { error: 'registered' },
    ]);
    expect(visits('shenzhen', [stay])).toEqual([{ error: 'eligible' }]);
    expect(visits('shenzhen', [{ ...stay, eligible: '1' }], {}, { own: '-1' })).toEqual([{ error: 'own' }]);
    expect(visits('shenzhen', [{ ...stay, eligible: '1' }])).toEqual([{ notComputable: true }]);
  });
});

describe('Chongqing by hand', () => {
  it('a minor on tier two: (10000 − 800) × 60%; an adult on tier one: 50%; with a guardian no points', () => {
    const stay = { date: '2025-06-15', care: 'inpatient', level: 'tertiary', eligible: '10000' } as const;
    expect(visits('chongqing', [stay], { tier: 2 })).toMatchObject([{ fund: '5520.00', outpatientLeft: '500.00' }]);
    expect(visits('chongqing', [stay], { birthDate: '2007-06-15' })).toMatchObject([{ fund: '4600.00' }]);
    expect(visits('chongqing', [stay], { birthDate: '2025-03-01', enrolment: 'withGuardian' })).toMatchObject([
      { fund: '4600.00', self: '5400.00' },
    ]);
    expect(visits('chongqing', [stay], { enrolment: 'withGuardian' })).toEqual([{ error: 'enrolment' }]);
  });

  it('level two: 200 a year first; the children’s hospital shares it', () => {
    const visit = { date: '2025-06-01', care: 'outpatient', eligible: '150' } as const;
    expect(
      visits('chongqing', [
        { ...visit, level: 'tertiary', childrensHospital: true },
        { ...visit, level: 'secondary' },
        { ...visit, level: 'tertiary' },
      ]),
    ).toEqual([
      { fund: '0.00', critical: '0.00', self: '150.00', outpatientLeft: '300.00' },
      { fund: '40.00', critical: '0.00', self: '110.00', outpatientLeft: '260.00' },
      { fund: '0.00', critical: '0.00', self: '150.00', outpatientLeft: '260.00' },
    ]);
  });

  it('above the basic limit everything is own share: (120000 − 18797) × 60%', () => {
    const stay = { date: '2025-03-03', care: 'inpatient', level: 'primary', eligible: '200000' } as const;
    expect(visits('chongqing', [stay])).toMatchObject([{ fund: '80000.00', critical: '60721.80', self: '59278.20' }]);
  });

  it('major disease: one deductible a year, of the highest level: 100, then 200, then 500', () => {
    const visit = { care: 'major', eligible: '1000' } as const;
    expect(
      visits('chongqing', [
        { ...visit, date: '2025-01-05', level: 'primary' },
        { ...visit, date: '2025-02-05', level: 'secondary' },
        { ...visit, date: '2025-03-05', level: 'tertiary' },
      ]),
    ).toMatchObject([{ fund: '765.00' }, { fund: '600.00' }, { fund: '275.00' }]);
  });

  it('chronic: the limit of this visit less what was paid: 1000, then 200', () => {
    const visit = { date: '2025-03-01', care: 'chronic', level: 'primary', eligible: '2000' } as const;
    expect(visits('chongqing', [visit, { ...visit, diseases: 2 }])).toMatchObject([
      { fund: '1000.00' },
      { fund: '200.00' },
    ]);
  });

  it('out of the city nothing is computed and no total moves', () => {
    const stay = { date: '2025-03-01', care: 'inpatient', level: 'primary', eligible: '2100' } as const;
    expect(visits('chongqing', [{ ...stay, place: 'province' }, stay])).toMatchObject([
      { notComputable: true },
      { fund: '1700.00' },
    ]);
  });

  it('the 90 days over the new year: 380 + 400, or this year alone', () => {
    const member = { birthDate: '2024-12-31' };
    const payment = { payDate: '2025-03-31', newborn: true };
    expect(fact('chongqing', member, { deadline: {} })).toEqual({ newborn: '2025-03-31' });
    expect(fact('chongqing', member, { premium: { ...payment, bothYears: true } })).toEqual({ own: '780.00' });
    expect(fact('chongqing', member, { premium: payment })).toEqual({ own: '400.00' });
    expect(fact('chongqing', member, { coverage: payment })).toEqual({ from: '2025-01-01', to: '2025-12-31' });
    expect(fact('chongqing', member, { coverage: { ...payment, payDate: '2025-04-01' } })).toEqual({
      notComputable: true,
    });
  });
});

const CASES = new URL('../../src/policy/', import.meta.url);

function shipped(city: Case['city']): Case[] {
  const folder = new URL(`${city}/cases/`, CASES);
  const files = readdirSync(folder).filter((file) => file.endsWith('.json'));
  return files.flatMap((file) => JSON.parse(readFileSync(new URL(file, folder), 'utf8')) as Case[]);
}

describe.each(['shenzhen', 'chongqing'] as const)('worked cases of %s', (city) => {
  const cases = shipped(city);

  it('agree with the second engine', () => {
    console.log(`${city}: ${cases.length} worked cases`);
    expect(cases.length).toBeGreaterThanOrEqual(400);
    expect(new Set(cases.map(({ name }) => name)).size).toBe(cases.length);
    for (const task of cases) {
      const answer = solve(task);
      if (Array.isArray(answer)) expect(answer, task.name).toHaveLength((task.expect as unknown[]).length);
      expect(answer, task.name).toMatchObject(task.expect as object);
    }
  });

  it('carry sums that are right', () => {
    const sums = cases.flatMap(({ name }) => sumsIn(name));
    console.log(`${city}: ${sums.length} sums in names`);
    expect(sums.length).toBeGreaterThanOrEqual(400);
    expect(sums.filter(({ right }) => !right)).toEqual([]);
  });
});

describe('the arithmetic of names', () => {
  it('is exact, and refuses a wrong sum', () => {
    expect(toTwoDecimals(evaluate('(10000−600)×90%×80%'))).toBe('6768.00');
    expect(sumsIn('门诊：0.05×70%=0.035→0.04')).toEqual([{ text: '0.05×70%=0.035→0.04', right: true }]);
    expect(sumsIn('门诊：0.05×70%=0.035→0.03').map(({ right }) => right)).toEqual([false]);
    expect(sumsIn('门诊：2×3=7').map(({ right }) => right)).toEqual([false]);
    expect(sumsIn('门诊：合计=7').map(({ right }) => right)).toEqual([false]);
  });
});
