/** What the phone keeps of a child, read for a city. Pure. */
import type { IsoDate } from '#policy/types.ts';
import { readBirth, type TypedDate } from './typed-date.ts';

interface InCity<T> {
  city: string;
  is: T;
}

/** As the phone keeps it. */
export interface Said {
  birth: TypedDate;
  hukou?: InCity<boolean>;
  school?: InCity<boolean>;
  tier?: InCity<1 | 2>;
  enrolment?: InCity<'independent' | 'withGuardian'>;
}

/** What the rules ask of a child and no bill says. What is not known is left out: then any child is meant. */
export interface Who {
  birthDate?: IsoDate;
  localHukou?: boolean;
}

export function whoIs(city: string, said: Said, today: IsoDate): Who {
  const birthDate = birthOf(said, today);
  const hukou = hukouIn(city, said);
  return { ...(birthDate && { birthDate }), ...(hukou && { localHukou: hukou === 'local' }) };
}

/** Whether the hukou is in this city: one that is in another city is not here, one that is not there may be anywhere. */
export function hukouIn(city: string, { hukou }: Pick<Said, 'hukou'>): 'local' | 'other' | undefined {
  if (!hukou) return undefined;
  if (hukou.city === city) return hukou.is ? 'local' : 'other';
  return hukou.is ? 'other' : undefined;
}

export const here = <T>(city: string, answer: InCity<T> | undefined): T | undefined =>
  answer?.city === city ? answer.is : undefined;

/** The birth date that was typed, if it is one. */
export function birthOf({ birth }: Pick<Said, 'birth'>, today: IsoDate): IsoDate | undefined {
  const reading = readBirth(birth, today);
  return reading.kind === 'date' ? reading.date : undefined;
}
