/**
 * Mutants of a policy file: one value moved by its smallest step, one word swapped, one day moved. Each is a whole policy
 * file that differs in one place.
 */
import { addDays, addMonths } from '#engine';
import type { DatedValue, Parameter, PolicyFile } from '#policy/types.ts';

export interface Mutant {
  /** `shenzhen outpatient.limit 2024-01-01: value 2471.31 → 2471.32`. */
  name: string;
  parameter: string;
  kind: 'value' | 'word' | 'day' | 'reading';
  file: PolicyFile;
}

/** The last printed digit one up and one down; nothing below zero. */
function neighbours(value: string): string[] {
  const decimals = value.split('.')[1]?.length ?? 0;
  const units = BigInt(value.replace('.', ''));
  return [units + 1n, units - 1n]
    .filter((n) => n >= 0n)
    .map((n) => {
      const digits = n.toString().padStart(decimals + 1, '0');
      return decimals === 0 ? digits : `${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`;
    });
}

type Change = (parameter: Parameter, values: DatedValue[]) => void;

function changed(file: PolicyFile, id: string, change: Change): PolicyFile {
  const copy = structuredClone(file);
  const parameter = copy.parameters.find((one) => one.id === id);
  if (!parameter) throw new Error(`no parameter ${id}`);
  change(parameter, parameter.values);
  return copy;
}

const at = <T>(list: readonly T[], index: number): T => {
  const item = list[index];
  if (item === undefined) throw new Error('out of range');
  return item;
};

/**
 * Parameters that are asked for on certain days only: the monthly fee on the first of a month, the yearly one on 1 January.
 * Their borders move by whole months or years; by a day nothing could change.
 */
const STEP_MONTHS: Record<string, number> = {
  'premium.month': 1,
  'premium.subsidy.month': 1,
  'premium.tier1': 12,
  'premium.tier2': 12,
};

/**
 * Standing rules that are older than the first day on which they can be asked for: a visit needs the figures of its year,
 * which begin in 2024, and coverage from another month than September begins on the first of November at the earliest.
 * They are moved to the day after that one.
 */
const ASKED_FROM: readonly [prefix: string, day: string][] = [
  ['shenzhen outpatient.consultation.pot', '2024-01-01'],
  ['shenzhen classB.', '2024-01-01'],
  ['shenzhen away.', '2024-01-01'],
  ['shenzhen age.adult', '2024-01-01'],
  ['shenzhen coverage.start.other', '2023-11-01'],
];

/** Marked as shown only, but asked for under another reading. */
const USED_ANYWAY: readonly string[] = ['newborn.nonLocalDays'];
const isUsed = ({ id, displayOnly }: Parameter): boolean => !displayOnly || USED_ANYWAY.includes(id);

const moveEnd = (day: string, steps: number, months: number | undefined): string =>
  months === undefined ? addDays(day, steps) : addDays(addMonths(addDays(day, 1), steps * months), -1);

/** Another word or the neighbouring numbers. */
const otherValues = ({ unit, choices }: Parameter, value: string): string[] =>
  unit === 'choice' ? Object.keys(choices ?? {}).filter((word) => word !== value) : neighbours(value);

/** Every mutant of the parameters that the engine computes with. */
export function* mutantsOf(file: PolicyFile): Generator<Mutant> {
  for (const parameter of file.parameters.filter(isUsed)) {
    const { id, values, unit } = parameter;
    const months = STEP_MONTHS[id];
    const step = months === undefined ? 'day' : `${months} months`;
    const asked = ASKED_FROM.find(([prefix]) => `${file.city} ${id}`.startsWith(prefix))?.[1];
    const named = (value: DatedValue, what: string) => `${file.city} ${id} ${value.from}: ${what}`;
    for (const [i, value] of values.entries()) {
      for (const other of otherValues(parameter, value.value)) {
        yield {
          name: named(value, `value ${value.value} → ${other}`),
          parameter: id,
          kind: unit === 'choice' ? 'word' : 'value',
          file: changed(file, id, (_, list) => {
            at(list, i).value = other;
          }),
        };
      }
      // A day too late or too early: on that day nothing is known any more.
      yield {
        name: named(value, 'from + 1 day'),
        parameter: id,
        kind: 'day',
        file: changed(file, id, (_, list) => {
          at(list, i).from = addDays(asked ?? value.from, 1);
        }),
      };
      if (value.to === undefined) continue;
      const end = value.to;
      yield {
        name: named(value, `to − 1 ${step}`),
        parameter: id,
        kind: 'day',
        file: changed(file, id, (_, list) => {
          at(list, i).to = moveEnd(end, -1, months);
        }),
      };
      // Where the next value follows at once, the border between them moves: a day goes to the wrong one.
      const next = values[i + 1];
      if (!next || next.from !== addDays(end, 1) || next.value === value.value) continue;
      for (const steps of [1, -1]) {
        yield {
          name: named(value, `border to the next ${steps > 0 ? '+' : '−'} 1 ${step}`),
          parameter: id,
          kind: 'day',
          file: changed(file, id, (_, list) => {
            at(list, i).to = moveEnd(end, steps, months);
            at(list, i + 1).from = addDays(moveEnd(end, steps, months), 1);
          }),
        };
      }
    }
    for (const [i, other] of (parameter.alternatives ?? []).entries()) {
      for (const value of otherValues(parameter, other.value)) {
        yield {
          name: named(other, `reading ${other.reading} ${other.value} → ${value}`),
          parameter: id,
          kind: 'reading',
          file: changed(file, id, (copy) => {
            at(copy.alternatives ?? [], i).value = value;
          }),
        };
      }
    }
  }
}

/**
 * The outer edges: a day that no value covers gets one. A visit needs every figure of its day, so one parameter alone
 * cannot open a year; here all that begin (or end) on that day move together.
 */
export function* edgeMutants(file: PolicyFile): Generator<Mutant> {
  const used = file.parameters.filter((one) => isUsed(one) && STEP_MONTHS[one.id] === undefined);
  const edges = new Set<string>();
  for (const { values } of used) {
    edges.add(`from ${at(values, 0).from}`);
    const end = at(values, values.length - 1).to;
    if (end !== undefined) edges.add(`to ${end}`);
  }
  for (const name of edges) {
    const [edge, day = ''] = name.split(' ') as ['from' | 'to', string];
    const copy = structuredClone(file);
    for (const parameter of copy.parameters) {
      const { values } = parameter;
      const value = edge === 'from' ? at(values, 0) : at(values, values.length - 1);
      if (!isUsed(parameter) || STEP_MONTHS[parameter.id] !== undefined || value[edge] !== day) continue;
      value[edge] = addDays(day, edge === 'from' ? -1 : 1);
    }
    yield {
      name: `${file.city}: everything that ${edge === 'from' ? 'begins' : 'ends'} on ${day}, one day more`,
      parameter: '*',
      kind: 'day',
      file: copy,
    };
  }
}
