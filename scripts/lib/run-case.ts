/** Runs one case against the engine and lists where it differs from what the case expects. */
import { formatMoney, type Policy, settleVisits } from '#engine';
import type { CityModule } from '../../src/cities/city.ts';
import type { Case, Expectation } from './case-file.ts';

export interface Difference {
  field: string;
  expected: string;
  got: string;
}

type Answer = Record<string, unknown>;

/** An outcome in the words of the case format. */
function answers(city: CityModule, policy: Policy, test: Case): Answer[] {
  const { rules } = city;
  const { member, input } = test;
  switch (input.kind) {
    case 'visits':
      return settleVisits(rules, policy, member, input.visits, input.used).map((o) =>
        o.kind === 'computed'
          ? {
              fund: formatMoney(o.fund),
              critical: formatMoney(o.critical),
              self: formatMoney(o.self),
              outpatientLeft: formatMoney(o.outpatientLeft),
            }
          : refusal(o),
      );
    case 'premium': {
      const o = rules.premium(policy, member, input.payment);
      return [o.kind === 'computed' ? { own: formatMoney(o.own), months: o.months } : refusal(o)];
    }
    case 'coverage': {
      const o = rules.coverage(policy, member, input.payment);
      return [o.kind === 'computed' ? { from: o.from, to: o.to } : refusal(o)];
    }
    case 'deadline': {
      const o = rules.deadline(policy, member);
      return [o.kind === 'computed' ? { newborn: o.newborn } : refusal(o)];
    }
    case 'clinic': {
      const o = rules.clinic(policy, member, input.on);
      return [o.kind === 'computed' ? { options: [...o.options].sort() } : refusal(o)];
    }
  }
}

/** @throws on anything that is no outcome: it is no refusal */
function refusal(o: { kind: 'notComputable' } | { kind: 'error'; field: string }): Answer {
  switch (o.kind) {
    case 'error':
      return { error: o.field };
    case 'notComputable':
      return { notComputable: true };
    default:
      throw new Error(`no outcome: ${JSON.stringify(o)}`);
  }
}

/** Amounts compare as money (`"5"` is `"5.00"`), everything else as written. */
function shown(value: unknown): string {
  if (typeof value === 'string') return /^\d+(\.\d{1,2})?$/.test(value) ? twoDecimals(value) : value;
  return Array.isArray(value) ? [...value].sort().join('+') : String(value);
}

function twoDecimals(amount: string): string {
  const [yuan = '', cents = ''] = amount.split('.');
  return `${yuan.replace(/^0+(?=\d)/, '')}.${cents.padEnd(2, '0')}`;
}

function compare(expected: Expectation, got: Answer, prefix: string): Difference[] {
  const refused = 'error' in got || 'notComputable' in got;
  const differences: Difference[] = [];
  const whole = Object.entries(got)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => `${key} ${shown(value)}`)
    .join(', ');
  if (Object.keys(expected).length === 0 && refused) {
    differences.push({ field: `${prefix}`, expected: 'a computed result', got: whole });
  }
  for (const [field, value] of Object.entries(expected)) {
    if (field in got && shown(got[field]) === shown(value)) continue;
    differences.push({
      field: `${prefix}${field}`,
      expected: shown(value),
      got: field in got ? shown(got[field]) : whole,
    });
  }
  return differences;
}

/** @param policy the city's own unless given (the mutation gate gives a changed one) */
export function runCase(city: CityModule, test: Case, policy: Policy = city.policy): Difference[] {
  const got = answers(city, policy, test);
  return test.expect.flatMap((expected, i) =>
    compare(expected, got[i] ?? {}, test.input.kind === 'visits' && test.expect.length > 1 ? `visits[${i}].` : ''),
  );
}
