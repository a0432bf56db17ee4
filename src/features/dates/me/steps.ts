/** What is asked about a child, one question per screen, and how an answer reads. Pure. */
import type { CityInfo } from '#cities';
import { here } from '#journeys';
import { type Child, NO_CHILD } from '#platform';

/** Questions with options; name, birth date and city have a screen of their own kind. */
export type Step = 'birth' | 'city' | 'hukou' | 'school' | 'tier' | 'enrolment' | 'name';

interface Choice {
  title: (city: string) => string;
  short: string;
  lead: string;
  options: (city: string) => { value: string; label: string; note?: string }[];
}

/** The questions that make sense in a city; before it is known, only what holds everywhere. */
export function stepsOf(city: CityInfo | undefined): Step[] {
  const tools = city?.tools.map(({ id }) => id) ?? [];
  return [
    'birth',
    'city',
    ...(city ? (['hukou', 'school'] as const) : []),
    ...(tools.includes('tiers') ? (['tier'] as const) : []),
    ...(tools.includes('compare') ? (['enrolment'] as const) : []),
    'name',
  ];
}

export const CHOICES: Record<'hukou' | 'school' | 'tier' | 'enrolment', Choice> = {
  hukou: {
    title: (city) => `孩子是${city}户籍吗？`,
    short: '户籍',
    lead: '参保走哪条路、新生儿的期限，都看户籍。',
    options: (city) => [
      { value: 'yes', label: `${city}户籍` },
      { value: 'no', label: `不是${city}户籍` },
    ],
  },
  school: {
    title: (city) => `孩子在${city}上学或上幼儿园吗？`,
    short: '在园在校',
    lead: '在园在校的孩子，参保由学校统一办的多。',
    options: () => [
      { value: 'yes', label: '在园或在校', note: '幼儿园、小学、中学、大学都算。' },
      { value: 'no', label: '没有在园在校' },
    ],
  },
  tier: {
    title: () => '给孩子参保的是哪一档？',
    short: '档次',
    lead: '还没有参保的先不填。',
    options: () => [
      { value: '1', label: '一档' },
      { value: '2', label: '二档' },
    ],
  },
  enrolment: {
    title: () => '孩子是怎样参保的？',
    short: '参保方式',
    lead: '随监护人只限出生当年。还没有参保的先不填。',
    options: () => [
      { value: 'independent', label: '独立参保', note: '给孩子单独参保。' },
      { value: 'withGuardian', label: '随监护人参保' },
    ],
  },
};

export type ChoiceStep = keyof typeof CHOICES;

const yesNo = (is: boolean | undefined): string | undefined => (is === undefined ? undefined : is ? 'yes' : 'no');

/** The value of the option that was chosen for this city. */
export function givenFor(step: ChoiceStep, child: Child, city: string): string | undefined {
  switch (step) {
    case 'hukou':
      return yesNo(here(city, child.hukou));
    case 'school':
      return yesNo(here(city, child.school));
    case 'tier':
      return here(city, child.tier)?.toString();
    case 'enrolment':
      return here(city, child.enrolment);
  }
}

/** The answer as the phone keeps it; `undefined` takes it back. */
export function patchFor(step: ChoiceStep, city: string, value: string | undefined) {
  const own = <T>(is: T) => ({ [step]: value === undefined ? undefined : { city, is } });
  switch (step) {
    case 'hukou':
    case 'school':
      return own(value === 'yes');
    case 'tier':
      return own(value === '2' ? 2 : 1);
    case 'enrolment':
      return own(value === 'withGuardian' ? 'withGuardian' : 'independent');
  }
}

/** Whether nothing at all was said. */
export const isBlank = (child: Child): boolean => JSON.stringify(child) === JSON.stringify(NO_CHILD);
