/**
 * Words for a trace. Made from the steps when they are shown, never kept: the formula on screen is the one that was
 * computed. A formula is a row of parts; a part that is a figure can be opened.
 */
import { type Fen, type Figure, formatMoney, formatPercent, type Line, type Step, type Uncovered } from '#engine';
import { group } from './format.ts';

export type Part = string | { figure: Figure; text: string };

export interface ExplainedStep {
  op: Step['op'];
  line: Line;
  /** What is done, plain words first. */
  title: string;
  /** The formula, without the result. */
  parts: Part[];
  /** What comes out, as drawn. */
  result: string;
  /** What stands before the result where it follows from the parts without being their sum; absent: `=`. */
  sign?: '→' | '→ 付';
  /** One more sentence where the formula alone would puzzle. */
  note?: string;
}

const yuan = (fen: Fen): string => group(formatMoney(fen));

/** A figure as it stands in a formula: `75%`, `5 个百分点`, `2,471.31`. */
function figureText(figure: Figure): string {
  const { unit } = figure.parameter;
  if (unit === '%') return `${figure.dated.value}%`;
  if (unit === '个百分点') return `${figure.dated.value} 个百分点`;
  return unit.startsWith('元') ? yuan(figure.fen) : figure.dated.value;
}

const part = (figure: Figure): Part => ({ figure, text: figureText(figure) });

const LINE_NAMES: Record<Line, string> = {
  consultation: '诊查费',
  care: '医保范围内费用',
  critical: '大病保险',
  total: '合计',
};

const UNCOVERED: Record<Uncovered, string> = {
  notSelected: '不是选定的机构，也没有转诊、不是急诊抢救：普通门诊统筹不付。',
  awayNotSelected: '在外地看普通门诊，要在选定的联网基层机构才付；这次不付。',
  consultationAway: '诊查费的规定只说市内定点机构；在外地不付。',
  tertiaryOutpatient: '普通门诊在这类三级医院不付。',
};

/** A step in words; `undefined` for a step that says nothing a reader does not see already. */
export function explainStep(step: Step): ExplainedStep | undefined {
  const { op, line } = step;
  const lineName = LINE_NAMES[line];
  switch (step.op) {
    case 'cost':
      if (step.consultationFee === 0) return undefined;
      return {
        op,
        line,
        title: '费用合计（诊查费算普通费用）',
        parts: [`${yuan(step.eligible)} + ${yuan(step.consultationFee)}`],
        result: yuan(step.result),
      };
    case 'firstShare':
      return {
        op,
        line,
        title: '乙类费用先自己付一点',
        parts: [
          `${yuan(step.classB)} × `,
          part(step.share),
          ` = ${yuan(step.taken)}；${yuan(step.cost)} − ${yuan(step.taken)}`,
        ],
        result: yuan(step.result),
      };
    case 'deductible': {
      const title = `减去起付线（门槛费）${step.later ? '：今年不是第一次住院' : ''}`;
      if (step.met > 0) {
        return {
          op,
          line,
          title,
          parts: [
            '起付线 ',
            part(step.deductible),
            `，今年已付 ${yuan(step.met)}；${yuan(step.cost)} − ${yuan(step.taken)}`,
          ],
          result: yuan(step.result),
        };
      }
      const short = step.cost < step.deductible.fen;
      return {
        op,
        line,
        title,
        parts: [`${yuan(step.cost)} − `, part(step.deductible)],
        result: yuan(step.result),
        ...(short && { sign: '→', note: '费用没有超过起付线，超出的部分是 0。' }),
      };
    }
    case 'points':
      return {
        op,
        line,
        title: '独立参保的未成年人加点',
        parts: [part(step.rate), ' + ', part(step.points)],
        result: `${formatPercent(step.result)}%`,
      };
    case 'rate': {
      const rate: Part[] = step.points
        ? [`${yuan(step.base)} × （`, part(step.rate), ' + ', part(step.points), '）']
        : [`${yuan(step.base)} × `, part(step.rate)];
      const factor: Part[] = step.factor ? [' × ', part(step.factor)] : [];
      return {
        op,
        line,
        title: line === 'consultation' ? '诊查费按比例付' : `按比例付${step.factor ? '（异地再乘系数）' : ''}`,
        parts: [...rate, ...factor],
        result: yuan(step.result),
      };
    }
    case 'cap': {
      // Nothing to cap: the second layer did not pay anything.
      if (step.amount === 0 && line === 'critical') return undefined;
      const limit: Part[] = step.step
        ? [part(step.limit), ` + ${step.extra} × `, part(step.step), ` = ${yuan(step.total)}`]
        : [part(step.limit)];
      const cut = step.result < step.amount;
      return {
        op,
        line,
        title: line === 'critical' ? '大病保险一年的限额' : '一年的限额',
        parts: ['限额 ', ...limit, `，之前已用 ${yuan(step.used)}`],
        sign: '→ 付',
        result: yuan(step.result),
        note: cut
          ? `本来可付 ${yuan(step.amount)}，超过剩下的限额，只付 ${yuan(step.result)}。`
          : '没有超过限额，不减。',
      };
    }
    case 'uncovered':
      return {
        op,
        line,
        title: `${lineName} ${yuan(step.cost)}`,
        parts: [UNCOVERED[step.why]],
        sign: '→ 付',
        result: yuan(0),
      };
    case 'ownShare':
      return {
        op,
        line,
        title: '计入大病保险的个人负担（全年累计）',
        parts: [
          step.before > 0
            ? `之前 ${yuan(step.before)} + 这次（${yuan(step.eligible)} − ${yuan(step.paid)}）`
            : `${yuan(step.eligible)} − ${yuan(step.paid)}`,
        ],
        result: yuan(step.result),
        ...(step.cut > 0 && {
          note: `${yuan(step.paid)} 是按市内比例会付的钱；在外地少付的 ${yuan(step.cut)} 不算进大病保险。`,
        }),
      };
    case 'secondLayer':
      return {
        op,
        line,
        title: '大病保险',
        parts: secondLayerParts(step),
        result: yuan(step.result),
        ...(step.benefitAfter === 0 && {
          sign: '→ 付',
          note: `全年个人负担 ${yuan(step.ownAfter)}，还没有超过起付线。`,
        }),
      };
    case 'self': {
      const critical = step.critical > 0 ? ` − ${yuan(step.critical)}` : '';
      return {
        op,
        line,
        title: '自己付',
        parts: [`${yuan(step.bill)} − ${yuan(step.fund)}${critical}`],
        result: yuan(step.result),
      };
    }
  }
}

/** `（10,540.00 − 10,000.00）× 70%` for each bracket that is reached, less what earlier visits of the year were paid. */
function secondLayerParts(step: Extract<Step, { op: 'secondLayer' }>): Part[] {
  const reached = step.brackets.filter(({ over }) => step.ownAfter > over.fen);
  const [first] = step.brackets;
  if (reached.length === 0) return first ? ['超过 ', part(first.over), ' 的部分才付 ', part(first.rate)] : [];
  const parts = reached.flatMap(({ over, to, rate }, place): Part[] => {
    const upTo: Part = to && step.ownAfter > to.fen ? part(to) : yuan(step.ownAfter);
    return [place > 0 ? ' + （' : '（', upTo, ' − ', part(over), '）× ', part(rate)];
  });
  return step.benefitBefore > 0 ? [...parts, ` − 按之前的累计应付 ${yuan(step.benefitBefore)}`] : parts;
}

/** A step's formula and what comes out of it, as one plain line. */
export const explainedLine = ({ parts, sign, result }: ExplainedStep): string =>
  `${parts.map((one) => (typeof one === 'string' ? one : one.text)).join('')} ${sign ?? '='} ${result}`;
