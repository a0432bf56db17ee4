/**
 * What a case file cannot say: remarks beside a result, the public subsidy, and what would come out under another reading.
 * Each probe is worked out by hand; it kills the mutants of the parameters it names, which no worked case can.
 */
import {
  type CityRules,
  DEFAULT_MEMBER,
  DEFAULT_VISIT,
  type Fen,
  formatMoney,
  type Member,
  NOTHING_USED,
  type Policy,
  type Settled,
  settleVisits,
  type Used,
  type Visit,
} from '#engine';

export interface Probe {
  city: string;
  name: string;
  /** The parameters that only a probe can tell from their mutants. `*`: the outer edge of one of these. */
  parameters: readonly string[];
  holds: (rules: CityRules, policy: Policy) => boolean;
}

type Given = Pick<Visit, 'date' | 'care' | 'level'> & Partial<Visit>;

function settle(
  rules: CityRules,
  policy: Policy,
  visits: readonly Given[],
  member: Partial<Member> = {},
  used: Partial<Used> = {},
): (Settled | undefined)[] {
  const child: Member = { ...DEFAULT_MEMBER, birthDate: '2019-05-01', ...member };
  const all = visits.map((visit): Visit => ({ ...DEFAULT_VISIT, ...visit }));
  return settleVisits(rules, policy, child, all, { ...NOTHING_USED, ...used }).map((o) =>
    o.kind === 'computed' ? o : undefined,
  );
}

/** A reading under which the last of some visits is paid this much by the fund. */
const reading = (
  city: string,
  id: string,
  parameter: string,
  sum: string,
  fund: Fen,
  visits: readonly Given[],
): Probe => ({
  city,
  name: `${id}: ${sum}`,
  parameters: [parameter],
  holds: (rules, policy) => settle(rules, policy.under(id), visits).at(-1)?.fund === fund,
});

const clinicVisit: Given = { date: '2024-03-01', care: 'outpatient', level: 'primary', selected: true };
const stay: Given = { date: '2026-03-01', care: 'inpatient', level: 'tertiary', eligible: '10000' };

const readings: Probe[] = [
  reading('shenzhen', 'consultation-pot', 'outpatient.consultation.pot', '10×80%=8；限额 2471.31 两样合用', 247_131, [
    { ...clinicVisit, consultationFee: '10', eligible: '4000' },
  ]),
  reading('shenzhen', 'deductible-2026', 'inpatient.deductible.first.tertiary', '(10000−800)×90%=8280', 828_000, [
    stay,
  ]),
  reading('shenzhen', 'province-outpatient', 'away.factor.provinceOutpatient', '1000×75%×90%=675', 67_500, [
    { ...clinicVisit, place: 'province', eligible: '1000' },
  ]),
  ...['2024', '2025', '2026'].map((year) =>
    reading('chongqing', 'outpatient-points', 'outpatient.minor.points', `${year}: 100×(60%+5%)=65`, 6500, [
      { date: `${year}-03-01`, care: 'outpatient', level: 'primary', eligible: '100' },
    ]),
  ),
  // Once a major disease has met its deductible, the second stay of the year meets none: 2000 × 55%.
  reading('chongqing', 'major-deductible', 'major.deductible', '2000×(50%+5%)=1100', 110_000, [
    { date: '2025-01-05', care: 'major', level: 'primary', eligible: '1000' },
    { date: '2025-02-05', care: 'inpatient', level: 'tertiary', eligible: '2000' },
    { date: '2025-03-05', care: 'inpatient', level: 'tertiary', eligible: '2000' },
  ]),
];

const remarks: Probe[] = [
  ...(
    [
      ['2024', 16_475_400],
      ['2025', 17_464_000],
      ['2026', 17_705_700],
    ] as const
  ).flatMap(([year, wage]) =>
    [`${year}-01-01`, `${year}-12-31`].map(
      (date): Probe => ({
        city: 'shenzhen',
        name: `${date}: the fund's warning comes past ${formatMoney(wage)}, not at it`,
        parameters: ['fund.warning'],
        holds(rules, policy) {
          // 100 × 75% = 75.00 is paid; before it, exactly 75.00 or 74.99 less than the wage was paid.
          const warned = [7500, 7499].map((left) => {
            const used = { base: formatMoney(wage - left) };
            const [outcome] = settle(rules, policy, [{ ...clinicVisit, date, eligible: '100' }], {}, used);
            return outcome?.remarks.includes('fundWarning');
          });
          return warned[0] === false && warned[1] === true;
        },
      }),
    ),
  ),
  {
    city: 'shenzhen',
    name: 'from the 18th birthday on the result says so',
    parameters: ['age.adult'],
    holds(rules, policy) {
      const visits = [clinicVisit, { ...clinicVisit, date: '2024-03-02' }];
      const said = settle(rules, policy, visits, { birthDate: '2006-03-02' }).map((o) => o?.remarks.includes('adult'));
      return said[0] === false && said[1] === true;
    },
  },
  {
    city: 'chongqing',
    name: 'from 1 June 2025 on a chronic result says that the list was replaced',
    parameters: ['chronic.replaced', '*'],
    holds(rules, policy) {
      const visits = ['2025-05-31', '2025-06-01'].map((date): Given => ({ date, care: 'chronic', level: 'primary' }));
      const said = settle(rules, policy, visits).map((o) => o?.remarks.includes('chronicReplaced'));
      return said[0] === false && said[1] === true;
    },
  },
];

/** School years by the day of payment: months, and the subsidy for them in fen; none is known before September 2024. */
const subsidies: readonly [payDate: string, subsidy: Fen | undefined][] = [
  ['2024-08-20', undefined],
  ['2024-09-01', 12 * 7272],
  ['2025-08-20', 7272],
  ['2025-09-01', 12 * 7691],
  ['2026-08-20', 7691],
  ['2026-09-01', 12 * 8112],
  ['2027-08-20', 8112],
];

const fees: Probe[] = subsidies.map(([payDate, subsidy]) => ({
  city: 'shenzhen',
  name: `${payDate}: the subsidy is ${subsidy === undefined ? 'not known' : formatMoney(subsidy)}`,
  parameters: ['premium.subsidy.month'],
  holds(rules, policy) {
    const member = { ...DEFAULT_MEMBER, birthDate: '2019-05-01' };
    const fee = rules.premium(policy, member, { payDate, newborn: false, bothYears: false });
    return fee.kind === 'computed' && fee.lines.length === 1 && fee.lines[0]?.subsidy?.sum === subsidy;
  },
}));

const windows: Probe[] = [
  {
    city: 'shenzhen',
    name: 'newborn-nonlocal: 2025-09-10 + 180 days = 2026-03-09',
    parameters: ['newborn.nonLocal', 'newborn.nonLocalDays'],
    holds(rules, policy) {
      const member = { ...DEFAULT_MEMBER, localHukou: false, birthDate: '2025-09-10' };
      const last = rules.deadline(policy.under('newborn-nonlocal'), member);
      return last.kind === 'computed' && last.newborn === '2026-03-09';
    },
  },
  {
    // 2025-03-01 + 180 days = 2025-08-28 lies before the notice, the same day six months on does not.
    city: 'shenzhen',
    name: 'newborn-nonlocal: for a birth on 2025-03-01 the 180 days were over before 2025-09-01',
    parameters: ['newborn.nonLocalDays'],
    holds(rules, policy) {
      const member = { ...DEFAULT_MEMBER, localHukou: false, birthDate: '2025-03-01' };
      const taken = rules.deadline(policy, member);
      const other = rules.deadline(policy.under('newborn-nonlocal'), member);
      return taken.kind === 'computed' && taken.newborn === '2025-09-01' && other.kind === 'notComputable';
    },
  },
];

export const probes: readonly Probe[] = [...readings, ...remarks, ...fees, ...windows];
