/** From answers and amounts to the visits the engine settles: one per way in which the answers can be meant. */
import type { Member, Used, Visit } from '#engine';
import { DEFAULT_MEMBER, DEFAULT_VISIT, NOTHING_USED } from '#engine';
import type { AmountField, EstimateGraph, IsoDate } from '#policy/types.ts';
import { type Answers, applies, patchOf, validAnswers, withoutUnknowns } from './graph.ts';
import type { Who } from './said.ts';

/** What is typed in, by field id; cleaned decimal strings. */
export type Amounts = Readonly<Record<string, string>>;

/** A child with a day of birth, its own or one that stands for it. */
export type Born = Who & { birthDate: IsoDate };

/**
 * Nobody is asked for a birth date: every child under 18 is computed alike, and "with a guardian" is possible in the year of birth only.
 * Where it is not known, the first day of the visit's year stands for all of these.
 */
export const standInBirthDate = (year: string | number): IsoDate => `${year}-01-01`;

export interface Situation {
  answers: Answers;
  member: Member;
  visit: Visit;
  used: Used;
}

/** The amount fields that are asked for, given the answers. */
export const askedFields = (fields: readonly AmountField[], answers: Answers): AmountField[] =>
  fieldsFor(fields, answers).filter(({ quiet }) => !quiet);

const fieldsFor = (fields: readonly AmountField[], answers: Answers): AmountField[] =>
  fields.filter((field) => applies(field.when, answers));

/**
 * The situations that the answers can mean: one, or several where "不清楚" was answered.
 * @param date the day of the visit
 * @param who the child; where the birth date is not known, any day on which the same rules hold
 */
export function situationsOf(
  graph: EstimateGraph,
  answers: Answers,
  amounts: Amounts,
  date: IsoDate,
  who: Born,
): Situation[] {
  return [...withoutUnknowns(graph, answers)].map((meant) => situationOf(graph, meant, amounts, date, who));
}

function situationOf(graph: EstimateGraph, answers: Answers, amounts: Amounts, date: IsoDate, who: Born): Situation {
  const patch = patchOf(graph, answers);
  const typed = (fields: readonly AmountField[]) =>
    Object.fromEntries(fieldsFor(fields, answers).flatMap(({ id }) => (amounts[id] ? [[id, amounts[id]]] : [])));
  const visit = { ...DEFAULT_VISIT, date, ...patch.visit, ...typed(graph.costs.fields) } as Visit;
  const used = { ...NOTHING_USED, ...patch.used, ...typed(graph.used.fields) } as Used;
  const member = { ...DEFAULT_MEMBER, ...who, ...patch.member } as Member;
  return { answers: validAnswers(graph, answers), member, visit, used };
}

const FULL_WIDTH = /[０-９．，。￥－]/g;
const NARROW: Record<string, string> = { '．': '.', '。': '.', '，': ',', '￥': '¥', '－': '-' };

/**
 * What people type for money, made plain: full-width digits, ¥, 元, commas and spaces are understood.
 * @returns the text as the engine reads it; whether it is an amount the engine decides
 */
export function cleanAmount(typed: string): string {
  const narrow = typed.replace(FULL_WIDTH, (c) => NARROW[c] ?? String.fromCharCode(c.charCodeAt(0) - 0xfee0));
  // Only at the end: `3元5` is not thirty-five.
  const bare = narrow.replace(/[\s¥]/g, '').replace(/[元块]$/, '');
  // Only commas that part thousands: `1,5` may mean one and a half, so it is left for the person to put right.
  const plain = /^-?\d{1,3}(,\d{3})+(\.|$)/.test(bare) ? bare.replaceAll(',', '') : bare;
  return plain
    .replace(/^\.(?=\d)/, '0.')
    .replace(/\.$/, '')
    .replace(/^0+(?=\d)/, '');
}
