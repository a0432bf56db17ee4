/** The gates themselves: each must let the right thing through and stop the wrong one. */
import { describe, expect, test } from 'vitest';
import { checkDerivation, everyAnswer, figuresOf, holds, isCalendarDate, prints, printsOperand } from './gates.ts';
import { graphSchema, guideSchema, parameterSchema } from './schema.ts';
import type { Question } from './types.ts';

describe('dates', () => {
  test.each(['2024-02-29', '2000-02-29', '2026-12-31', '2024-08', '2023'])('%s exists', (day) => {
    expect(isCalendarDate(day)).toBe(true);
  });
  test.each(['2023-02-29', '1900-02-29', '2026-04-31', '2026-13-01', '2026-00-10', '2026-01-00', '26-1-1'])(
    '%s does not',
    (day) => {
      expect(isCalendarDate(day)).toBe(false);
    },
  );
});

describe('numbers in quotes', () => {
  test.each([
    ['年度支付限额为 2,619.6元', '2619.60'],
    ['一档 8万元/人', '80000'],
    ['市内住院支付比例为92%', '92'],
    ['财政补贴872.64元/年', '872.64'],
    ['超过1.5万元', '15000'],
  ])('%s prints %s', (quote, value) => {
    expect(prints(quote, value)).toBe(true);
  });
  test.each([
    ['一档 8万元/人', '8'],
    ['起付线600元', '60'],
    ['2471.31元', '2471'],
    ['不设起付标准', '0'],
  ])('%s does not print %s', (quote, value) => {
    expect(prints(quote, value)).toBe(false);
  });
});

describe('sums', () => {
  test.each([
    ['177057 × 1.5% = 2655.855 ≈ 2655.86', '2655.86'],
    ['10623.42 ÷ 6% = 177057；177057 × 1.5% = 2655.855 ≈ 2655.86', '2655.86'],
    ['80000 + 200000 = 280000', '280000'],
    ['38.45 × 12 = 461.40', '461.40'],
  ])('%s gives %s', (sum, value) => {
    expect(checkDerivation(sum, value)).toBeUndefined();
  });
  test.each([
    ['177057 × 1.5% = 2655.85', '2655.85'],
    ['177057 × 1.5% = 2655.855 ≈ 2655.85', '2655.85'],
    ['38.45 × 12 = 461.40', '461.45'],
    ['8 + 2 × 3 = 14', '14'],
    ['280000', '280000'],
    ['大约 280000', '280000'],
  ])('%s is refused for %s', (sum, value) => {
    expect(checkDerivation(sum, value)).toBeTypeOf('string');
  });
  test('the quote of a derived value must print one of its operands', () => {
    expect(printsOperand('具体基数:6760元/月', '6760 × 0.6% = 40.56')).toBe(true);
    expect(printsOperand('具体基数:6409元/月', '6760 × 0.6% = 40.56')).toBe(false);
  });
});

describe('questions', () => {
  const questions: Question[] = [
    { id: 'a', title: 'A？', short: 'A', hint: 'A', options: [option('x'), option('y')] },
    { id: 'b', title: 'B？', short: 'B', hint: 'B', when: [{ a: ['x'] }], options: [option('p'), option('q')] },
    {
      id: 'c',
      title: 'C？',
      short: 'C',
      hint: 'C',
      when: [{ b: ['p'] }],
      options: [option('m'), { ...option('n'), when: [{ a: ['y'] }] }],
    },
  ];
  function option(value: string) {
    return { value, label: value };
  }
  test('every complete set of answers is walked, and only what is asked is answered', () => {
    expect(everyAnswer(questions)).toEqual([{ a: 'x', b: 'p', c: 'm' }, { a: 'x', b: 'q' }, { a: 'y' }]);
  });
  test('a question that was not asked meets no condition that names it', () => {
    expect(holds([{ b: ['p', 'q'] }], { a: 'y' })).toBe(false);
    expect(holds([{ b: ['p'] }, { a: ['y'] }], { a: 'y' })).toBe(true);
    expect(holds(undefined, {})).toBe(true);
  });
});

describe('shapes', () => {
  const value = {
    from: '2024-01-01',
    to: '2024-12-31',
    value: '75',
    source: 'one-source',
    part: 'one-part',
    quote: '一级以下医疗机构75%',
    grade: 'A',
  };
  const parameter = {
    id: 'outpatient.rate',
    label: '报销比例',
    unit: '%',
    clock: 'calendarYear',
    recheck: '2027-01-10',
    values: [value],
  };
  const withValue = (change: object) => ({ ...parameter, values: [{ ...value, ...change }] });
  test('a plain parameter fits', () => {
    expect(parameterSchema.safeParse(parameter).success).toBe(true);
  });
  test.each<[string, unknown]>([
    ['a quote of 41 characters', withValue({ quote: '七'.repeat(41) })],
    ['a day that does not exist', withValue({ from: '2024-02-30' })],
    ['a period that ends before it begins', withValue({ to: '2023-12-31' })],
    ['no quote below grade D', { ...parameter, values: [{ ...value, quote: undefined }] }],
    ['grade D without its sum', withValue({ grade: 'D' })],
    ['a value with its unit', withValue({ value: '75%' })],
    ['a number instead of a string', withValue({ value: 75 })],
    ['an unknown key', { ...parameter, colour: 'green' }],
    ['a word without its meaning', { ...parameter, unit: 'choice', values: [{ ...value, value: 'separate' }] }],
    ['half a year of age', { ...parameter, unit: '周岁', values: [{ ...value, value: '14.5' }] }],
  ])('%s does not fit', (_, data) => {
    expect(parameterSchema.safeParse(data).success).toBe(false);
  });

  const guide = {
    id: 'web',
    group: 'enrol',
    title: '网上登记',
    hint: '电脑上填',
    lead: '一年最多 [[outpatient.limit@2026-11-22]]。',
    description: '说'.repeat(40),
    checkedOn: '2026-11-22',
    at: { source: 'one-source', part: 'one-part' },
    blocks: [{ type: 'note', tone: 'info', text: '一句话。' }],
    related: [{ label: '缴费', to: '/shenzhen/pay/' }],
  };
  test('a plain guide fits', () => {
    expect(guideSchema.safeParse(guide).success).toBe(true);
    expect(figuresOf(guide.lead)).toEqual([{ id: 'outpatient.limit', on: '2026-11-22' }]);
  });
  test.each<[string, unknown]>([
    ['a long title', { ...guide, title: '题'.repeat(21) }],
    ['a long hint', { ...guide, hint: '话'.repeat(25) }],
    ['a short description', { ...guide, description: '说'.repeat(39) }],
    ['a figure without its day', { ...guide, lead: '一年最多 [[outpatient.limit]]。' }],
    ['a figure left open', { ...guide, lead: '一年最多 [[outpatient.limit@2026-11-22。' }],
    [
      'a table with a cell too few',
      {
        ...guide,
        blocks: [
          {
            type: 'table',
            title: '表',
            on: '2026-11-22',
            columns: ['甲', '乙'],
            rows: [{ label: '行', cells: ['一'] }],
          },
        ],
      },
    ],
  ])('%s does not fit', (_, data) => {
    expect(guideSchema.safeParse(data).success).toBe(false);
  });
  test('a graph without questions does not fit', () => {
    expect(
      graphSchema.safeParse({
        id: 'pay',
        title: '缴费',
        description: '说'.repeat(40),
        lead: '话。',
        questions: [],
        conclusions: [],
      }).success,
    ).toBe(false);
  });
});
