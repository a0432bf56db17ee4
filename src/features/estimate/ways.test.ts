import { describe, expect, it } from 'vitest';
import { cities, loadCity, loadCompare, loadEstimate } from '#cities';
import { parseMoney, settleBill } from '#engine';
import { type Answers, everyAnswer, situationsOf, unknownQuestions, validAnswers } from '#journeys';
import { visitDate } from './result.ts';
import { type Asked, groupsOf, leanest, type Way, wayOf, waysOf } from './ways.ts';

const TODAY = '2026-11-22';

async function askedIn(id: string, given: Answers, amounts: Answers, more: Partial<Asked> = {}): Promise<Asked> {
  const [city, graph, words] = await Promise.all([loadCity(id), loadEstimate(id), loadCompare(id)]);
  if (!city || !graph || !words) throw new Error(id);
  const answers = validAnswers(graph, given);
  return { city, graph, words, answers, amounts, year: 2026, today: TODAY, who: {}, facts: {}, ...more };
}

const line = ({ name, self }: Way) => [name, self];
const yuan = (text: string) => parseMoney(text) ?? Number.NaN;

const CLINIC = { care: 'outpatient', place: 'local', level: 'tertiary', standing: 'none' };

describe('the same bill otherwise', () => {
  it('outpatient care in the city: every institution, selected, referred or neither', async () => {
    const ways = waysOf(await askedIn('shenzhen', CLINIC, { eligible: '1000' }));
    expect(ways.map(line)).toEqual([
      ['选定的社康', yuan('250')],
      ['别的社康，选定的机构转诊来', yuan('250')],
      ['选定的二级医院', yuan('350')],
      ['二级医院，选定的机构转诊', yuan('350')],
      ['三级医院（选定社康的结算医院）', yuan('450')],
      ['三级医院，选定的机构转诊', yuan('450')],
      ['没选定，直接去三级医院', yuan('1000')],
      ['没选定的社康', yuan('1000')],
      ['没选定，直接去二级医院', yuan('1000')],
    ]);
    expect(ways.filter(({ mine }) => mine).map(({ name }) => name)).toEqual(['没选定，直接去三级医院']);
    expect(ways[0]?.deeds).toEqual([{ text: '选定一家社康，去那里看', to: '/shenzhen/clinic/' }]);
    const groups = groupsOf(ways);
    expect(groups.map((one) => one.ways.length)).toEqual([2, 2, 2, 3]);
    // Without a selected clinic another hospital alone changes nothing.
    expect(leanest(groups[3]?.ways ?? []).map(({ name }) => name)).toEqual(['没选定，直接去三级医院']);
  });

  it('from the 14th birthday on a hospital is selected through a clinic only', async () => {
    const asked = await askedIn('shenzhen', CLINIC, { eligible: '1000' }, { facts: { 'clinic.age': 'reached' } });
    const names = waysOf(asked).map(({ name }) => name);
    expect(names).toContain('二级医院（选定社康的结算医院）');
    expect(names).not.toContain('选定的二级医院');
  });

  it('a temporary stay in another province: filed only with local hukou, and nothing that happens to one', async () => {
    const stay = { care: 'inpatient', place: 'elsewhere', way: 'temporary', level: 'tertiary', stay: 'first' };
    const of = async (facts: Answers) => waysOf(await askedIn('shenzhen', stay, { eligible: '12345.67' }, { facts }));
    const all = (await of({ hukou: 'local' })).map(line);
    expect(all).toHaveLength(9);
    // (12345.67 − 600) × 90 % × 80 % = 8456.88 paid; filed 10571.10
    expect(all).toContainEqual(['临时外出，三级医院', 1234567 - 845688]);
    expect(all).toContainEqual(['长期备案，三级医院', 1234567 - 1057110]);
    // primary: (12345.67 − 200) × 92 % × 80 % = 8939.21
    expect(all).toContainEqual(['临时外出，一级及以下医院', 1234567 - 893921]);
    expect((await of({ hukou: 'other' })).map(({ name }) => name).filter((name) => name.includes('备案'))).toEqual([]);
    expect((await of({})).map(line)).toEqual(all);
  });

  it('a tier is chosen with the coming year’s fee; with a guardian in the year of birth only', async () => {
    const given = { care: 'inpatient', enrolment: 'independent', tier: 'one', level: 'tertiary' };
    const of = async (more: Partial<Asked>) => waysOf(await askedIn('chongqing', given, { eligible: '10000' }, more));
    const ways = await of({ facts: { born: 'thisYear' } });
    expect(ways).toHaveLength(12);
    // (10000 − 800) × 55 % = 5060; tier two 60 % = 5520; guardian 50 % = 4600
    expect(ways.map(line)).toContainEqual(['独立参保，二档，三级医院', 448000]);
    expect(ways.map(line)).toContainEqual(['随监护人，一档，三级医院', 540000]);
    const two = ways.find(({ name }) => name === '独立参保，二档，三级医院');
    expect(two?.deeds).toEqual([{ text: '下次参保时选二档', to: '/chongqing/tiers/', from: '2027-01-01' }]);
    expect(await of({ facts: { born: 'earlier' } })).toHaveLength(6);
    expect(await of({})).toHaveLength(6);
    expect(await of({ facts: { born: 'thisYear' }, who: { birthDate: '2024-05-01' } })).toHaveLength(6);
  });

  it('what is not known leaves the reader’s own out; what is not compared and not known, everything', async () => {
    const unsure = await askedIn('shenzhen', { ...CLINIC, standing: 'unsure' }, { eligible: '1000' });
    expect(waysOf(unsure)).toHaveLength(9);
    expect(waysOf(unsure).some(({ mine }) => mine)).toBe(false);
    const stay = { care: 'inpatient', place: 'local', level: 'tertiary', stay: 'unsure' };
    expect(waysOf(await askedIn('shenzhen', stay, { eligible: '1000' }))).toEqual([]);
  });
});

const FACTS: Answers[] = [
  {},
  { hukou: 'other', born: 'earlier', 'clinic.age': 'reached', 'age.adult': 'under' },
  { hukou: 'local', born: 'thisYear', 'clinic.age': 'under', 'age.adult': 'under' },
];
const AMOUNTS: Answers = {
  eligible: '6543.21',
  consultationFee: '30',
  excluded: '120.5',
  own: '9800',
  outpatient: '2500',
};

/** A city that is still being built has nothing to compare. */
const found = await Promise.all(cities.map(async ({ id }) => ((await loadCompare(id)) ? [id] : [])));
const ids = found.flat();

describe.each(ids)('every result of %s', (id) => {
  it('is compared with all this child can choose, to the fen, cheapest first, each under a name of its own', async () => {
    const asked = await askedIn(id, {}, AMOUNTS);
    const { city, graph, words } = asked;
    const sets = [...everyAnswer(graph)];
    const compared = new Set(graph.questions.flatMap((q) => (q.compare ? [q.id] : [])));
    const chosen = (answers: Answers) =>
      Object.entries(answers).every(
        ([q, value]) =>
          !compared.has(q) ||
          graph.questions.find((one) => one.id === q)?.options.some((o) => o.value === value && !o.unknown && !o.fate),
      );
    const fits = (answers: Answers, facts: Answers, own: Answers) =>
      words.options.every(
        ({ question, value, can, rare }) =>
          answers[question] !== value ||
          !can ||
          (rare && own[question] === value && !Object.keys(facts).length) ||
          can.some((one) =>
            Object.entries(one).every(([f, values]) => values.includes(facts[f] ?? (rare ? '' : (values[0] ?? '')))),
          ),
      );
    let seen = 0;
    for (const [place, answers] of sets.entries()) {
      // Each set with one of the children, in turn.
      const facts = FACTS[place % FACTS.length] ?? {};
      const ways = waysOf({ ...asked, answers, facts });
      const fixed = (other: Answers) =>
        Object.keys({ ...answers, ...other }).every((q) => compared.has(q) || other[q] === answers[q]);
      const wanted = sets.filter((other) => fixed(other) && chosen(other) && fits(other, facts, answers));
      for (const other of wanted) {
        const [only, second] = situationsOf(graph, other, AMOUNTS, visitDate(2026, TODAY), { birthDate: '2026-01-01' });
        if (!only) throw new Error('no situation');
        const outcome = second ? undefined : settleBill(city.rules, city.policy, only);
        const row = ways.find((way) => Object.entries(other).every(([q, value]) => way.answers[q] === value));
        expect(row?.self).toBe(outcome?.kind === 'computed' ? outcome.self : undefined);
        seen += 1;
      }
      const own = ways.filter(({ mine }) => mine);
      expect(ways.length).toBeLessThanOrEqual(wanted.length + own.length);
      expect(ways.every(({ answers: row, mine }) => mine || fits(row, facts, answers))).toBe(true);
      expect(ways.map(({ self }) => self)).toEqual(ways.map(({ self }) => self).sort((a, b) => a - b));
      expect(new Set(ways.map(({ name }) => name)).size, ways.map(({ name }) => name).join()).toBe(ways.length);
      const single = unknownQuestions(graph, answers).length === 0 && wayOf({ ...asked, answers, facts }, answers);
      expect(own).toHaveLength(single ? 1 : 0);
    }
    console.log(`${id}: ${seen} rows of ${sets.length} results`);
    expect(seen).toBeGreaterThan(300);
  });

  it('has words for every option, and no words for what there is not', async () => {
    const { graph, words } = await askedIn(id, {}, {});
    const options = graph.questions.flatMap((q) =>
      q.compare ? q.options.flatMap(({ value, unknown }) => (unknown ? [] : [`${q.id}=${value}`])) : [],
    );
    expect(words.options.map(({ question, value }) => `${question}=${value}`).sort()).toEqual(options.sort());
    for (const { when } of words.names)
      expect([...everyAnswer(graph)].some((a) => Object.entries(when).every(([q, v]) => v.includes(a[q] ?? '')))).toBe(
        true,
      );
  });
});

it('every remark of the engine has words in each city that can make it', async () => {
  for (const [id, remarks] of [
    ['shenzhen', ['adult', 'fundWarning']],
    ['chongqing', ['adult', 'chronicReplaced']],
  ] as const) {
    const graph = await loadEstimate(id);
    for (const remark of remarks) expect(graph?.remarks[remark], `${id} ${remark}`).toBeTruthy();
  }
});
