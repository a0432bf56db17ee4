/**
 * A second engine for the tests: the rule book worked out once more, on whole fen, with figures of its own.
 * It shares no line with the engine, so that a slip in one of the two shows as a difference.
 */
import * as chongqing from './chongqing.ts';
import { birthday, type Day, isBefore, toDay } from './dates.ts';
import * as shenzhen from './shenzhen.ts';
import {
  type Bill,
  type Case,
  type CaseMember,
  type CasePayment,
  type CaseUsed,
  type CaseVisit,
  type FactAnswer,
  type Payout,
  toFen,
  toYuan,
  UNKNOWN,
  type Used,
  type VisitAnswer,
} from './types.ts';

const ADULT = 18;
const USED_SUMS = ['outpatient', 'outDeductible', 'own', 'base', 'critical', 'chronic', 'majorDeductible'] as const;

const nothingUsed = (): Used => ({
  outpatient: 0n,
  outDeductible: 0n,
  own: 0n,
  base: 0n,
  critical: 0n,
  chronic: 0n,
  majorDeductible: 0n,
  stays: 0,
});

/** What was used before, or the key of the first bad field. */
function readUsed(input: CaseUsed): Used | string {
  const used = nothingUsed();
  for (const key of USED_SUMS) {
    const fen = toFen(input[key] ?? '0');
    if (fen === null) return key;
    used[key] = fen;
  }
  const stays = input.stays ?? 0;
  if (!Number.isInteger(stays) || stays < 0) return 'stays';
  used.stays = stays;
  return used;
}

/** A right visit, or the key of its first wrong field in the order of the table of case files. */
function readVisit(input: CaseVisit, member: CaseMember, inShenzhen: boolean): Bill | string {
  const birth = toDay(member.birthDate);
  if (!birth) return 'birthDate';
  const date = toDay(input.date);
  if (!date) return 'date';
  if (!inShenzhen && member.enrolment === 'withGuardian' && date.year !== birth.year) return 'enrolment';
  if (isBefore(date, birth)) return 'date';
  if (inShenzhen && input.care !== 'outpatient' && input.care !== 'inpatient') return 'care';
  const place = input.place ?? 'local';
  const registered = input.registered ?? false;
  if (inShenzhen && place !== 'local' && registered && member.localHukou === false) return 'registered';
  const consultation = toFen(input.consultationFee ?? '0');
  if (consultation === null) return 'consultationFee';
  const eligible = toFen(input.eligible ?? '0');
  if (eligible === null) return 'eligible';
  const excluded = toFen(input.excluded ?? '0');
  if (excluded === null) return 'excluded';
  const diseases = input.diseases ?? 1;
  if (!Number.isInteger(diseases) || diseases < 1) return 'diseases';
  const classB = toFen(input.classB ?? '0');
  if (classB === null || (inShenzhen && classB > eligible)) return 'classB';
  return {
    year: date.year,
    care: input.care,
    level: input.level,
    childrensHospital: input.childrensHospital ?? false,
    place,
    reason: input.reason ?? 'routine',
    registered,
    selected: input.selected ?? false,
    consultation,
    eligible,
    excluded,
    diseases,
    classB,
    minor: isBefore(date, birthday(birth, ADULT)),
  };
}

function pay(bill: Bill, used: Used, member: CaseMember, inShenzhen: boolean): Payout | null {
  if (inShenzhen) {
    const figures = shenzhen.figuresOf(bill.year);
    return figures ? shenzhen.settle(bill, used, figures) : null;
  }
  const figures = chongqing.figuresOf(bill.year);
  return figures ? chongqing.settle(bill, used, member, figures) : null;
}

function solveVisits(visits: CaseVisit[], member: CaseMember, input: CaseUsed, inShenzhen: boolean): VisitAnswer[] {
  const opening = readUsed(input);
  const dated = visits.map((visit, index) => ({ visit, index, date: toDay(visit.date) }));
  const years = dated.flatMap(({ date }) => (date ? [date.year] : []));
  const earliest = Math.min(...years);
  const totals = new Map<number, Used>();
  const answers: VisitAnswer[] = visits.map(() => UNKNOWN);
  // YYYY-MM-DD sorts as text; equal dates keep the order of the file.
  for (const { visit, index } of dated.sort((a, b) =>
    a.visit.date < b.visit.date ? -1 : +(a.visit.date > b.visit.date),
  )) {
    const bill = readVisit(visit, member, inShenzhen);
    if (typeof bill === 'string' || typeof opening === 'string') {
      answers[index] = { error: typeof bill === 'string' ? bill : String(opening) };
      continue;
    }
    const used = totals.get(bill.year) ?? (bill.year === earliest ? { ...opening } : nothingUsed());
    totals.set(bill.year, used);
    const payout = pay(bill, used, member, inShenzhen);
    if (!payout) continue;
    const total = bill.consultation + bill.eligible + bill.excluded;
    answers[index] = {
      fund: toYuan(payout.fund),
      critical: toYuan(payout.critical),
      self: toYuan(total - payout.fund - payout.critical),
      outpatientLeft: toYuan(payout.outpatientLeft),
    };
  }
  return answers;
}

type Rule = (birth: Day, paid: Day, member: CaseMember, input: CasePayment) => FactAnswer;

/** Chongqing: with a guardian in the year of birth only, both the year paid for and the day of the payment. */
function guardianElsewhen(birth: Day, paid: Day | null, input: CasePayment, member: CaseMember): boolean {
  if (member.enrolment !== 'withGuardian') return false;
  return [paid?.year, input.year].some((year) => year !== undefined && year !== birth.year);
}

const isInsuranceYear = (year: number, birth: Day): boolean =>
  Number.isInteger(year) && year >= birth.year && year <= 9999;

function solvePayment(birth: Day, input: CasePayment, member: CaseMember, rule: Rule, inShenzhen: boolean): FactAnswer {
  const paid = toDay(input.payDate);
  if (!inShenzhen && guardianElsewhen(birth, paid, input, member)) return { error: 'enrolment' };
  if (!paid || isBefore(paid, birth)) return { error: 'payDate' };
  if (!inShenzhen && input.year !== undefined && !isInsuranceYear(input.year, birth)) return { error: 'year' };
  return rule(birth, paid, member, input);
}

function solveFact(task: Case): FactAnswer {
  const { member } = task;
  const birth = toDay(member.birthDate);
  if (!birth) return { error: 'birthDate' };
  const inShenzhen = task.city === 'shenzhen';
  const city = inShenzhen ? shenzhen : chongqing;
  if (task.premium) return solvePayment(birth, task.premium, member, city.premium, inShenzhen);
  if (task.coverage) return solvePayment(birth, task.coverage, member, city.coverage, inShenzhen);
  if (task.deadline) return inShenzhen ? shenzhen.deadline(birth, member) : chongqing.deadline(birth);
  const on = toDay(task.clinic?.on ?? '');
  if (!on || isBefore(on, birth)) return { error: 'on' };
  return inShenzhen ? shenzhen.clinic(birth, on) : UNKNOWN;
}

/** The answer to a case: one per visit in the file's order, or one for premium, coverage, deadline, clinic. */
export function solve(task: Case): VisitAnswer[] | FactAnswer {
  if (!task.visits) return solveFact(task);
  return solveVisits(task.visits, task.member, task.used ?? {}, task.city === 'shenzhen');
}
