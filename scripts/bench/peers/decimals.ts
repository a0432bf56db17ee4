/** decimal.js, straight-line: every amount a Decimal in yuan, and a sentence for every step as it is made. */
import { Decimal } from 'decimal.js';
import { type Away, type Figures, figures } from '../figures.ts';
import { type Contestant, type Task, toYuan } from '../job.ts';

interface Result {
  fund: Decimal;
  critical: Decimal;
  self: Decimal;
  left: Decimal;
  texts: string[];
}

const round = (yuan: Decimal) => yuan.toDecimalPlaces(2, Decimal.ROUND_HALF_UP);
const yuan = (amount: Decimal) => amount.toFixed(2);
const percent = (rate: Decimal) => `${rate.times(100)}%`;
const ZERO = new Decimal(0);

function awayOf(t: Task): Away | undefined {
  if (t.place === 'local') return undefined;
  if (t.registered) return 'filed';
  if (t.reason === 'referral') return 'referral';
  if (t.reason === 'emergency') return 'emergency';
  if (t.place === 'elsewhere') return 'temporary';
  return t.inpatient ? 'provinceInpatient' : 'provinceOutpatient';
}

const isPaid = (t: Task) =>
  t.place === 'local'
    ? t.selected || t.reason !== 'routine'
    : t.reason === 'emergency' || (t.selected && t.level === 'primary');

/** `base × rate × factor`, with its sentence. */
function pay(f: Figures<Decimal>, t: Task, base: Decimal, rate: Decimal, texts: string[]): Decimal {
  const away = awayOf(t);
  const applied = away ? rate.times(f.away[away]) : rate;
  const paid = round(base.times(applied));
  texts.push(`${yuan(base)} × ${percent(rate)}${away ? ` × ${percent(f.away[away])}` : ''} = ${yuan(paid)}`);
  return paid;
}

function lessFirstShare(f: Figures<Decimal>, t: Task, cost: Decimal, texts: string[]): Decimal {
  if (t.classB === 0) return cost;
  const taken = round(new Decimal(t.classB).times(f.firstShare));
  const base = cost.minus(taken);
  texts.push(`${yuan(cost)} − ${yuan(new Decimal(t.classB))} × ${percent(f.firstShare)} = ${yuan(base)}`);
  return base;
}

function benefit(f: Figures<Decimal>, own: Decimal): Decimal {
  const lower = Decimal.max(0, Decimal.min(own, f.middle).minus(f.threshold)).times(f.lower);
  return round(lower.plus(Decimal.max(0, own.minus(f.middle)).times(f.upper)));
}

function outpatient(f: Figures<Decimal>, t: Task): Result {
  const texts: string[] = [];
  let fund = ZERO;
  if (t.consultationFee > 0 && t.place === 'local') {
    const fee = new Decimal(t.consultationFee);
    fund = round(fee.times(f.consultation[t.level]));
    texts.push(`${yuan(fee)} × ${percent(f.consultation[t.level])} = ${yuan(fund)}`);
  } else if (t.consultationFee > 0) texts.push('诊查费在外地不付');
  let left = Decimal.max(0, f.limit.minus(t.usedLimit));
  if (isPaid(t)) {
    const base = lessFirstShare(f, t, new Decimal(t.eligible), texts);
    const paid = pay(f, t, base, f.care[t.level], texts);
    const care = Decimal.min(left, paid);
    texts.push(`${yuan(f.limit)} − ${yuan(new Decimal(t.usedLimit))} = ${yuan(left)}，付 ${yuan(care)}`);
    left = left.minus(care);
    fund = fund.plus(care);
  } else texts.push('不是选定的机构，不付');
  return close(t, fund, ZERO, left, texts);
}

function inpatient(f: Figures<Decimal>, t: Task): Result {
  const texts: string[] = [];
  const cost = new Decimal(t.eligible).plus(t.consultationFee);
  texts.push(`${yuan(new Decimal(t.eligible))} + ${yuan(new Decimal(t.consultationFee))} = ${yuan(cost)}`);
  const eligible = lessFirstShare(f, t, cost, texts);
  const deductible = (t.stays > 0 ? f.later : f.first)[t.level];
  const above = Decimal.max(0, eligible.minus(deductible));
  texts.push(`${yuan(eligible)} − ${yuan(deductible)} = ${yuan(above)}`);
  const fund = pay(f, t, above, f.stay[t.level], texts);
  const own = eligible.minus(round(above.times(f.stay[t.level])));
  const before = new Decimal(t.usedOwn);
  const after = before.plus(own);
  texts.push(`${yuan(before)} + ${yuan(own)} = ${yuan(after)}`);
  const critical = benefit(f, after).minus(benefit(f, before));
  texts.push(`${percent(f.lower)}，${percent(f.upper)}：付 ${yuan(critical)}`);
  return close(t, fund, critical, Decimal.max(0, f.limit.minus(t.usedLimit)), texts);
}

function close(t: Task, fund: Decimal, critical: Decimal, left: Decimal, texts: string[]): Result {
  const bill = new Decimal(t.consultationFee).plus(t.eligible).plus(t.excluded);
  const self = bill.minus(fund).minus(critical);
  texts.push(`${yuan(bill)} − ${yuan(fund)} − ${yuan(critical)} = ${yuan(self)}`);
  return { fund, critical, self, left, texts };
}

const fen = (amount: Decimal) => amount.times(100).toNumber();

export function decimals(): Contestant<Task, Result> {
  const f = figures(
    (text) => new Decimal(text),
    (text) => new Decimal(text).div(100),
  );
  return {
    name: 'decimal.js, straight-line, with texts',
    input: toYuan,
    run: (t) => (t.inpatient ? inpatient(f, t) : outpatient(f, t)),
    answer: ({ fund, critical, self, left }) => ({
      fund: fen(fund),
      critical: fen(critical),
      self: fen(self),
      left: fen(left),
    }),
  };
}
