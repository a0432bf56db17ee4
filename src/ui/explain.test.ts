/** The words of a result, for bills worked out by hand. That every line gives its result is a law of its own. */
import { describe, expect, it } from 'vitest';
import { DEFAULT_MEMBER, DEFAULT_VISIT, NOTHING_USED, settleVisits, type Used, type Visit } from '#engine';
import { city as chongqing } from '../cities/chongqing.ts';
import type { CityModule } from '../cities/city.ts';
import { city as shenzhen } from '../cities/shenzhen.ts';
import { explainedLine, explainStep } from './explain.ts';

type Given = Pick<Visit, 'care' | 'level'> & Partial<Visit>;

function lines(city: CityModule, visit: Given, used: Partial<Used> = {}): string[] {
  const visits = [{ ...DEFAULT_VISIT, date: '2025-05-05', ...visit }];
  const member = { ...DEFAULT_MEMBER, birthDate: '2019-05-01' };
  const [outcome] = settleVisits(city.rules, city.policy, member, visits, { ...NOTHING_USED, ...used });
  if (outcome?.kind !== 'computed') throw new Error('refused');
  return outcome.steps.flatMap((step) => {
    const line = explainStep(step);
    if (!line) return [];
    return `${line.title}：${explainedLine(line)}${line.note ? `（${line.note}）` : ''}`;
  });
}

describe('Shenzhen', () => {
  it('a clinic visit at the limit, with a consultation fee and class-B items', () => {
    const visit: Given = {
      care: 'outpatient',
      level: 'primary',
      selected: true,
      consultationFee: '10',
      eligible: '1000',
      classB: '150.50',
    };
    expect(lines(shenzhen, visit, { outpatient: '2500' })).toEqual([
      '诊查费按比例付：10.00 × 80% = 8.00',
      '乙类费用先自己付一点：150.50 × 1% = 1.51；1,000.00 − 1.51 = 998.49',
      '按比例付：998.49 × 75% = 748.87',
      '一年的限额：限额 2,619.60，之前已用 2,500.00 → 付 119.60（本来可付 748.87，超过剩下的限额，只付 119.60。）',
      '自己付：1,010.00 − 127.60 = 882.40',
    ]);
  });

  it('a later stay out of the province that reaches the second layer', () => {
    const visit: Given = { care: 'inpatient', level: 'tertiary', place: 'elsewhere', eligible: '50000' };
    expect(lines(shenzhen, visit, { stays: 1, own: '9000' })).toEqual([
      '减去起付线（门槛费）：今年不是第一次住院：50,000.00 − 300.00 = 49,700.00',
      '按比例付（异地再乘系数）：49,700.00 × 90% × 80% = 35,784.00',
      '计入大病保险的个人负担（全年累计）：之前 9,000.00 + 这次（50,000.00 − 44,730.00） = 14,270.00（44,730.00 是按市内比例会付的钱；在外地少付的 8,946.00 不算进大病保险。）',
      '大病保险：（14,270.00 − 10,000.00）× 70% = 2,989.00',
      '自己付：50,000.00 − 35,784.00 − 2,989.00 = 11,227.00',
    ]);
  });

  it('a line that pays nothing says why', () => {
    expect(lines(shenzhen, { care: 'outpatient', level: 'tertiary', eligible: '300' })).toEqual([
      '医保范围内费用 300.00：不是选定的机构，也没有转诊、不是急诊抢救：普通门诊统筹不付。 → 付 0.00',
      '自己付：300.00 − 0.00 = 300.00',
    ]);
  });

  it('a bill below the deductible, and an own share below the threshold', () => {
    expect(lines(shenzhen, { care: 'inpatient', level: 'tertiary', eligible: '500' })).toEqual([
      '减去起付线（门槛费）：500.00 − 600.00 → 0.00（费用没有超过起付线，超出的部分是 0。）',
      '按比例付：0.00 × 90% = 0.00',
      '计入大病保险的个人负担（全年累计）：500.00 − 0.00 = 500.00',
      '大病保险：超过 10,000.00 的部分才付 70% → 付 0.00（全年个人负担 500.00，还没有超过起付线。）',
      '自己付：500.00 − 0.00 = 500.00',
    ]);
  });
});

describe('Chongqing', () => {
  it('a stay of a child enrolled independently: points, both layers, what was paid before', () => {
    const visit: Given = { care: 'inpatient', level: 'tertiary', consultationFee: '20', eligible: '9980' };
    expect(lines(chongqing, visit, { own: '20000' })).toEqual([
      '费用合计（诊查费算普通费用）：9,980.00 + 20.00 = 10,000.00',
      '减去起付线（门槛费）：10,000.00 − 800.00 = 9,200.00',
      '独立参保的未成年人加点：50% + 5 个百分点 = 55%',
      '按比例付：9,200.00 × （50% + 5 个百分点） = 5,060.00',
      '一年的限额：限额 80,000.00，之前已用 0.00 → 付 5,060.00（没有超过限额，不减。）',
      '计入大病保险的个人负担（全年累计）：之前 20,000.00 + 这次（10,000.00 − 5,060.00） = 24,940.00',
      '大病保险：（24,940.00 − 18,797.00）× 60% − 按之前的累计应付 721.80 = 2,964.00',
      '大病保险一年的限额：限额 200,000.00，之前已用 0.00 → 付 2,964.00（没有超过限额，不减。）',
      '自己付：10,000.00 − 5,060.00 − 2,964.00 = 1,976.00',
    ]);
  });

  it('chronic disease: a limit that grows with each further disease', () => {
    expect(lines(chongqing, { care: 'chronic', level: 'secondary', diseases: 3, eligible: '3000' })).toEqual([
      '按比例付：3,000.00 × 60% = 1,800.00',
      '一年的限额：限额 1,000.00 + 2 × 200.00 = 1,400.00，之前已用 0.00 → 付 1,400.00（本来可付 1,800.00，超过剩下的限额，只付 1,400.00。）',
      '自己付：3,000.00 − 1,400.00 = 1,600.00',
    ]);
  });

  it('a yearly deductible that was met in part', () => {
    const visit: Given = { care: 'outpatient', level: 'secondary', eligible: '300' };
    expect(lines(chongqing, visit, { outDeductible: '150' })[0]).toBe(
      '减去起付线（门槛费）：起付线 200.00，今年已付 150.00；300.00 − 50.00 = 250.00',
    );
  });
});
