/** The vocabulary of case files, and sums in whole fen. Nothing here knows the engine. */

export type Level = 'primary' | 'secondary' | 'tertiary';
export type Care = 'outpatient' | 'inpatient' | 'chronic' | 'major' | 'negotiatedDrug';
export type Place = 'local' | 'province' | 'elsewhere';
export type Reason = 'routine' | 'referral' | 'emergency';

export interface CaseMember {
  birthDate: string;
  localHukou?: boolean;
  tier?: 1 | 2;
  enrolment?: 'independent' | 'withGuardian';
}

export interface CaseVisit {
  date: string;
  care: Care;
  level: Level;
  childrensHospital?: boolean;
  place?: Place;
  reason?: Reason;
  registered?: boolean;
  selected?: boolean;
  consultationFee?: string;
  eligible?: string;
  excluded?: string;
  diseases?: number;
  classB?: string;
}

export interface CaseUsed {
  outpatient?: string;
  outDeductible?: string;
  own?: string;
  base?: string;
  critical?: string;
  chronic?: string;
  majorDeductible?: string;
  stays?: number;
}

export interface CasePayment {
  payDate: string;
  tier?: 1 | 2;
  newborn?: boolean;
  bothYears?: boolean;
  year?: number;
}

export interface Refusal {
  error: string;
}

export interface Unknown {
  notComputable: true;
}

export interface Settled {
  fund: string;
  critical: string;
  self: string;
  outpatientLeft: string;
}

export interface Premium {
  own: string;
  months?: number;
}

export interface Coverage {
  from: string;
  to: string;
}

export type VisitAnswer = Settled | Refusal | Unknown;
export type FactAnswer = Premium | Coverage | { newborn: string } | { options: Level[] } | Refusal | Unknown;

export interface Case {
  name: string;
  city: 'shenzhen' | 'chongqing';
  member: CaseMember;
  visits?: CaseVisit[];
  used?: CaseUsed;
  premium?: CasePayment;
  coverage?: CasePayment;
  deadline?: Record<string, never>;
  clinic?: { on: string };
  expect: unknown;
}

/** What was used, as numbers; sums in fen. */
export interface Used {
  outpatient: bigint;
  outDeductible: bigint;
  own: bigint;
  base: bigint;
  critical: bigint;
  chronic: bigint;
  majorDeductible: bigint;
  stays: number;
}

/** A visit whose input is right: every default filled in, sums in fen. */
export interface Bill {
  year: number;
  care: Care;
  level: Level;
  childrensHospital: boolean;
  place: Place;
  reason: Reason;
  registered: boolean;
  selected: boolean;
  consultation: bigint;
  eligible: bigint;
  excluded: bigint;
  diseases: number;
  classB: bigint;
  /** The 18th birthday is still to come on the day of the visit. */
  minor: boolean;
}

export interface Payout {
  fund: bigint;
  critical: bigint;
  outpatientLeft: bigint;
}

export const UNKNOWN: Unknown = { notComputable: true };

/** Yuan as printed in a case → fen; null when the text is no sum of money or above 100,000,000 yuan. */
export function toFen(text: string): bigint | null {
  const parts = /^([0-9]{1,9})(?:\.([0-9]{1,2}))?$/.exec(text);
  if (!parts) return null;
  const fen = BigInt(parts[1] ?? '') * 100n + BigInt((parts[2] ?? '').padEnd(2, '0'));
  return fen > 10_000_000_000n ? null : fen;
}

export function toYuan(fen: bigint): string {
  const digits = fen.toString().padStart(3, '0');
  return `${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

/** `amount` × each rate (in 1/10000), half up to the fen, once. Nothing is negative here. */
export function share(amount: bigint, ...rates: bigint[]): bigint {
  const top = rates.reduce((product, rate) => product * rate, amount);
  const bottom = 10_000n ** BigInt(rates.length);
  return (2n * top + bottom) / (2n * bottom);
}

export const above = (amount: bigint, floor: bigint): bigint => (amount > floor ? amount - floor : 0n);
export const least = (a: bigint, b: bigint): bigint => (a < b ? a : b);
