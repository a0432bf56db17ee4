/**
 * Mutants of a policy file: one value moved by its smallest step, one word swapped, one day moved. Each is a whole policy
 * file that differs in one place.
 */
import { addDays } from '#engine';
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

/** Another word or the neighbouring numbers. */
const otherValues = ({ unit, choices }: Parameter, value: string): string[] =>
  unit === 'choice' ? Object.keys(choices ?? {}).filter((word) => word !== value) : neighbours(value);

/** Every mutant of the parameters that the engine computes with. */
export function* mutantsOf(file: PolicyFile): Generator<Mutant> {
  for (const parameter of file.parameters.filter((one) => !one.displayOnly)) {
    const { id, values, unit } = parameter;
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
          at(list, i).from = addDays(value.from, 1);
        }),
      };
      if (value.to === undefined) continue;
      const end = value.to;
      yield {
        name: named(value, 'to − 1 day'),
        parameter: id,
        kind: 'day',
        file: changed(file, id, (_, list) => {
          at(list, i).to = addDays(end, -1);
        }),
      };
      // Where the next value follows at once, the border between them moves: a day goes to the wrong one.
      const next = values[i + 1];
      if (!next || next.from !== addDays(end, 1) || next.value === value.value) continue;
      for (const days of [1, -1]) {
        yield {
          name: named(value, `border to the next ${days > 0 ? '+' : '−'} 1 day`),
          parameter: id,
          kind: 'day',
          file: changed(file, id, (_, list) => {
            at(list, i).to = addDays(end, days);
            at(list, i + 1).from = addDays(next.from, days);
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
  const used = file.parameters.filter((one) => !one.displayOnly);
  const firsts = new Set(used.map(({ values }) => at(values, 0).from));
  const lasts = new Set(used.flatMap(({ values }) => at(values, values.length - 1).to ?? []));
  const edges = [
    ...[...firsts].map((day) => ({ day, edge: 'from' as const })),
    ...[...lasts].map((day) => ({ day, edge: 'to' as const })),
  ];
  for (const { day, edge } of edges) {
    const copy = structuredClone(file);
    for (const { displayOnly, values } of copy.parameters) {
      const value = edge === 'from' ? at(values, 0) : at(values, values.length - 1);
      if (displayOnly || value[edge] !== day) continue;
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
