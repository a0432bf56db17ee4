import { describe, expect, it } from 'vitest';
import { cities, loadCity, loadCompare, loadEstimate } from '#cities';
import { settleBill } from '#engine';
import {
  type Answers,
  applies,
  everyAnswer,
  nextQuestion,
  situationsOf,
  unknownQuestions,
  validAnswers,
} from '#journeys';
import { causesOf, piecesOf } from './causes.ts';
import { answer, visitDate, whoOn } from './result.ts';
import { type Asked, canHave } from './ways.ts';

const TODAY = '2026-11-22';

async function askedIn(id: string, given: Answers, amounts: Answers, more: Partial<Asked> = {}): Promise<Asked> {
  const [city, graph, words] = await Promise.all([loadCity(id), loadEstimate(id), loadCompare(id)]);
  if (!city || !graph || !words) throw new Error(id);
  const answers = validAnswers(graph, given);
  return { city, graph, words, answers, amounts, year: 2026, today: TODAY, who: {}, facts: {}, ...more };
}

function why(asked: Asked) {
  const { city, graph, answers, amounts, year, today, who } = asked;
  const { estimate, situations } = answer(city, graph, answers, amounts, year, today, who);
  const situation = estimate.kind === 'computed' && situations[estimate.index];
  if (estimate.kind !== 'computed' || !situation) return undefined;
  const { outcome } = estimate;
  return { outcome, situation, causes: causesOf(asked, outcome, situation.visit) };
}

const brief = (asked: Asked) => why(asked)?.causes.map(({ id, kind, amount }) => `${id} ${kind} ${amount / 100}`);

describe('why it was less', () => {
  it('no clinic selected: what the selected one would have paid; nothing of levels, which change nothing then', async () => {
    const given = { care: 'outpatient', place: 'local', level: 'tertiary', standing: 'none' };
    const asked = await askedIn('shenzhen', given, { eligible: '1000', consultationFee: '50', excluded: '12.3' });
    // 55 % of 1000; 60 % of 50 is paid, 80 % at a primary institution
    expect(brief(asked)).toEqual([
      'not-selected more 550',
      'consultation own 20',
      'excluded own 12.3',
      'level-outpatient more 10',
    ]);
    // Nothing is left of the limit: being selected would have changed nothing, so it is what was not covered.
    const full = { ...asked, amounts: { eligible: '1000', outpatient: '2655.86' } };
    expect(brief(full)).toEqual(['not-selected own 1000']);
  });

  it('a stay in another province: the cut, the first stay, the level; filed or, without local hukou, referred', async () => {
    const given = { care: 'inpatient', place: 'elsewhere', way: 'temporary', level: 'tertiary', stay: 'first' };
    const asked = await askedIn('shenzhen', given, { eligible: '10600', classB: '2000' });
    // class B 20; (10580 − 600) × 90 % = 8982, × 80 % = 7185.60
    const expected = [
      'not-filed more 1796.4',
      'share-inpatient own 998',
      'deductible own 600',
      // (10580 − 200) × 92 % × 80 % = 7639.68
      'level-inpatient more 454.08',
      // (10580 − 300) × 72 % = 7401.60
      'first-stay more 216',
      'first-share own 20',
    ];
    expect(brief(asked)).toEqual(expected);
    expect(brief({ ...asked, facts: { hukou: 'other' } })).toEqual(expected);
    // What is to be done is what this child can do.
    const deed = (facts: Answers) => why({ ...asked, facts })?.causes[0]?.deed?.text;
    expect(deed({ hukou: 'local' })).toBe('先办长期异地居住备案，限深户');
    expect(deed({ hukou: 'other' })).toBe('看病前办好市外转诊手续');
  });

  it('Chongqing: limit, tier, guardian, adult', async () => {
    const outpatient = { care: 'outpatient', enrolment: 'independent', tier: 'one', level: 'primary' };
    // 60 % of 1000 is 600; 300 − 50 are left of tier one's limit, 450 of tier two's
    expect(brief(await askedIn('chongqing', outpatient, { eligible: '1000', outpatient: '50' }))).toEqual([
      'share-outpatient own 400',
      'limit-outpatient own 350',
      'tier more 200',
    ]);
    const stay = { care: 'inpatient', enrolment: 'guardian', tier: 'one', level: 'secondary' };
    // (5300 − 300) × 70 %; + 5 points 250; tier two 250; primary (5300 − 100) × 80 % = 4160
    expect(brief(await askedIn('chongqing', stay, { eligible: '5300' }))).toEqual([
      'share-inpatient own 1500',
      'level more 660',
      'deductible-inpatient own 300',
      'tier more 250',
      'guardian more 250',
    ]);
    const grown = { ...stay, enrolment: 'independent', tier: 'two', level: 'primary' };
    // (5300 − 100) × 85 %; a minor + 5 points: 260
    expect(
      brief(await askedIn('chongqing', grown, { eligible: '5300' }, { who: { birthDate: '2008-01-01' } })),
    ).toEqual(['share-inpatient own 780', 'adult more 260', 'deductible-inpatient own 100']);
  });
});

const BILLS: Answers[] = [
  { eligible: '80' },
  { eligible: '1234.56', consultationFee: '33.3', excluded: '7.77', classB: '100.01' },
  { eligible: '9876.54', outpatient: '2600', outDeductible: '150', chronic: '900', base: '79000', own: '9000' },
  { eligible: '600000', own: '25000', base: '119000', critical: '150000', outpatient: '400', excluded: '1' },
];

/** A city that is still being built has nothing to compare. */
const found = await Promise.all(cities.map(async ({ id }) => ((await loadCompare(id)) ? [id] : [])));
const ids = found.flat();

describe.each(ids)('every result of %s', (id) => {
  it('is explained: pieces add up, every piece has its one cause, a cause is there exactly if it changes something', async () => {
    const blank = await askedIn(id, {}, {});
    const { city, graph, words } = blank;
    const reached = new Set<string>();
    let seen = 0;
    for (const [place, answers] of [...everyAnswer(graph)].entries()) {
      for (const who of [{}, { birthDate: '2008-01-01' }]) {
        const amounts = BILLS[(place + Object.keys(who).length) % BILLS.length] ?? {};
        const asked = { ...blank, answers, amounts, who };
        const found = why(asked);
        // What is not known makes the other way a range, of which there is no one amount.
        if (!found || unknownQuestions(graph, answers).length > 0) continue;
        const { outcome, situation, causes } = found;
        const pieces = piecesOf(outcome, situation.visit);
        const sum = pieces.reduce((all, { line, amount }) => all + (line === 'critical' ? 0 : amount), 0);
        expect(sum).toBe(outcome.self + outcome.critical);
        const open = words.causes.filter(({ when }) => applies(when, answers));
        for (const { part, line } of pieces) {
          const about = open.filter((cause) => cause.part === part && cause.line === line);
          expect(about, `${part} ${line} ${JSON.stringify(answers)}`).toHaveLength(1);
        }
        for (const cause of open) {
          const options = cause.instead === 'minor' ? [{}] : (cause.instead ?? []);
          const other = options
            .map((one) => validAnswers(graph, { ...answers, ...one }))
            .find((one) => !nextQuestion(graph, one) && canHave(asked, one));
          const date = visitDate(2026, TODAY);
          const born = whoOn(2026, date, cause.instead === 'minor' ? {} : who);
          const [bill] = other ? situationsOf(graph, other, amounts, date, born) : [];
          const settled = bill && settleBill(city.rules, city.policy, bill);
          const more = settled?.kind === 'computed' ? Math.max(0, outcome.self - settled.self) : 0;
          const own = pieces.find(({ part, line }) => part === cause.part && line === cause.line)?.amount ?? 0;
          const row = causes.find((one) => one.id === cause.id);
          expect(row?.amount ?? 0, cause.id).toBe(more || own);
          expect(row?.kind).toBe(more ? 'more' : own ? 'own' : undefined);
          if (row) reached.add(row.id);
          seen += 1;
        }
        expect(causes.length).toBe(new Set(causes.map((one) => one.id)).size);
        expect(causes.map(({ amount }) => amount)).toEqual(causes.map(({ amount }) => amount).sort((a, b) => b - a));
      }
    }
    console.log(`${id}: ${seen} causes looked at, ${reached.size} of ${words.causes.length} found`);
    expect(seen).toBeGreaterThan(400);
    expect(words.causes.map((one) => one.id).filter((one) => !reached.has(one))).toEqual([]);
  });
});
