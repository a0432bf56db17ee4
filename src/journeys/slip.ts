/**
 * A hospital's settlement slip held against the rules: what its lines say of the bill, what the rules give for it, where they
 * differ. Pure; amounts in fen.
 */
import { type CityRules, type Fen, formatMoney, type Policy, parseMoney, type Settled, settleBill } from '#engine';
import type { EstimateGraph, IsoDate, SlipFile } from '#policy/types.ts';
import type { Answers } from './graph.ts';
import { type Amounts, type Born, cleanAmount, type Situation, situationsOf } from './situation.ts';

/** The lines of a slip. What is optional was not typed. */
export interface SlipLines {
  total: Fen;
  fund: Fen;
  critical: Fen;
  excluded: Fen;
  /** Consultation fee, where the slip shows it apart. */
  fee: Fen;
  classB: Fen;
  own?: Fen;
  deductible?: Fen;
}

/** What is held against what. */
export interface SlipSubject {
  city: { rules: CityRules; policy: Policy };
  graph: EstimateGraph;
  slip: SlipFile;
  answers: Answers;
  /** What the year had used up, by field id, as far as it was said; cleaned. */
  used: Amounts;
  lines: SlipLines;
  year: number;
  /** The day a visit of a year is computed for. */
  dayIn: (year: number) => IsoDate;
  /** The child that a visit on a day is computed for. */
  whoOn: (day: IsoDate) => Born;
}

/** One way in which everything can be meant. */
export interface Supposed {
  answers: Answers;
  year: number;
  reading?: string;
}

/** An explained or a possible case, settled. */
export interface Settlement {
  supposed: Supposed;
  situation: Situation;
  outcome: Settled;
}

/** A line of the slip that the rules would have another amount for. */
export interface Difference {
  line: 'fund' | 'critical' | 'own' | 'deductible';
  typed: Fen;
  byRules: Fen;
}

/** Ids of the fields of the form. */
const SLIP_FIELDS = {
  total: 'slipTotal',
  fund: 'slipFund',
  critical: 'slipCritical',
  own: 'slipOwn',
  excluded: 'slipExcluded',
  fee: 'slipFee',
  classB: 'slipClassB',
  deductible: 'slipDeductible',
} as const;

/** The lines as typed; `undefined` while a line that must be there is missing or one is no amount. */
export function readSlip(amounts: Amounts, asked: readonly string[]): SlipLines | undefined {
  const texts = new Map(asked.map((id) => [id, cleanAmount(amounts[id] ?? '')]));
  if ([...texts.values()].some((text) => text !== '' && parseMoney(text) === undefined)) return undefined;
  const fen = (id: string): Fen | undefined => parseMoney(texts.get(id) ?? '');
  const [total, fund] = [fen(SLIP_FIELDS.total), fen(SLIP_FIELDS.fund)];
  if (total === undefined || fund === undefined) return undefined;
  const [own, deductible] = [fen(SLIP_FIELDS.own), fen(SLIP_FIELDS.deductible)];
  return {
    total,
    fund,
    critical: fen(SLIP_FIELDS.critical) ?? 0,
    excluded: fen(SLIP_FIELDS.excluded) ?? 0,
    fee: fen(SLIP_FIELDS.fee) ?? 0,
    classB: fen(SLIP_FIELDS.classB) ?? 0,
    ...(own !== undefined && { own }),
    ...(deductible !== undefined && { deductible }),
  };
}

/** What the lines say of the bill: the eligible costs are the total less what is outside the scope, and less the fee where it stands apart. */
export const eligibleOf = ({ total, excluded, fee }: SlipLines): Fen => total - excluded - fee;

/** What the family paid of the eligible costs: as typed, else what is left. */
export const ownOf = (lines: SlipLines): Fen => lines.own ?? lines.total - lines.fund - lines.critical - lines.excluded;

/** What the lines have more than the total; what is left over for the family cannot be less than nothing. */
export const overTotal = (lines: SlipLines): Fen =>
  lines.fund + lines.critical + Math.max(0, ownOf(lines)) + lines.excluded - lines.total;

/** The bill of the slip in the words of the estimate's fields. */
const billOf = (lines: SlipLines): Amounts => ({
  eligible: formatMoney(Math.max(0, eligibleOf(lines))),
  consultationFee: formatMoney(lines.fee),
  excluded: formatMoney(lines.excluded),
  classB: formatMoney(lines.classB),
});

/** The situations that a supposition can mean: several where it opens a question that was not put. */
export function situationsFor(subject: SlipSubject, { answers, year }: Supposed): Situation[] {
  const day = subject.dayIn(year);
  const amounts = { ...subject.used, ...billOf(subject.lines) };
  return situationsOf(subject.graph, answers, amounts, day, subject.whoOn(day));
}

export const settled = (subject: SlipSubject, supposed: Supposed, situation: Situation) => {
  const { rules, policy } = subject.city;
  return settleBill(rules, supposed.reading ? policy.under(supposed.reading) : policy, situation);
};

/** Every way in which a supposition can be meant that the rules can compute. */
export function settlementsOf(subject: SlipSubject, supposed: Supposed): Settlement[] {
  return situationsFor(subject, supposed).flatMap((situation) => {
    const outcome = settled(subject, supposed, situation);
    return outcome.kind === 'computed'
      ? [{ supposed: { ...supposed, answers: situation.answers }, situation, outcome }]
      : [];
  });
}

/** How far fund and second layer are from the slip. */
export const distance = ({ fund, critical }: SlipLines, outcome: Settled): Fen =>
  Math.abs(fund - outcome.fund) + Math.abs(critical - outcome.critical);

/** The deductible of a settled visit: as the rules state it, and what of it this bill bore. */
function deductibleOf(outcome: Settled): { stated: Fen; taken: Fen } {
  for (const step of outcome.steps)
    if (step.op === 'deductible') return { stated: step.deductible.fen, taken: step.taken };
  return { stated: 0, taken: 0 };
}

/** All that was typed agrees to the fen. A slip may print the deductible as it is set or as far as this bill bore it. */
export function agrees(lines: SlipLines, outcome: Settled): boolean {
  if (distance(lines, outcome) > 0) return false;
  if (lines.deductible === undefined) return true;
  const { stated, taken } = deductibleOf(outcome);
  return lines.deductible === stated || lines.deductible === taken;
}

/** The lines that were typed and that the rules would have otherwise. What is only left over is no line of the slip. */
export function differencesOf(lines: SlipLines, outcome: Settled): Difference[] {
  const { stated, taken } = deductibleOf(outcome);
  const typed = lines.deductible ?? taken;
  const own = lines.total - lines.excluded - outcome.fund - outcome.critical;
  const all: Difference[] = [
    { line: 'fund', typed: lines.fund, byRules: outcome.fund },
    { line: 'critical', typed: lines.critical, byRules: outcome.critical },
    ...(lines.own === undefined ? [] : [{ line: 'own' as const, typed: lines.own, byRules: own }]),
    { line: 'deductible', typed, byRules: typed === stated ? stated : taken },
  ];
  return all.filter(({ typed: one, byRules }) => one !== byRules);
}
