/** publicodes: the rules as its language has them, in whole fen and hundredths of a percent so that they are exact. */
import Engine from 'publicodes';
import { figures, type Level, toBasis, toFen } from '../figures.ts';
import type { Answer, Contestant, Task } from '../job.ts';

interface Node {
  nodeValue?: unknown;
}
type Nodes = Record<keyof Answer, Node>;

const rounded = (formula: string) => ({ valeur: formula, arrondi: 'oui' });
const either = (...rows: [condition: unknown, value: string | number][]) => ({
  variations: rows.map(([condition, value]) =>
    condition === undefined ? { sinon: value } : { si: condition, alors: value },
  ),
});
const byLevel = (of: Record<Level, number>) =>
  either(["level = 'primary'", of.primary], ["level = 'secondary'", of.secondary], [undefined, of.tertiary]);
const all = (...conditions: unknown[]) => ({ 'toutes ces conditions': conditions });
const any = (...conditions: unknown[]) => ({ 'une de ces conditions': conditions });
/** At least 0. */
const positive = (formula: string) => ({ valeur: formula, plancher: 0 });

function rules(): Record<string, unknown> {
  const f = figures(toFen, toBasis);
  return {
    inpatient: 'non',
    level: "'primary'",
    place: "'local'",
    reason: "'routine'",
    registered: 'non',
    selected: 'non',
    'consultation fee': 0,
    eligible: 0,
    excluded: 0,
    'class B': 0,
    'used limit': 0,
    'used own': 0,
    stays: 0,
    local: "place = 'local'",
    factor: either(
      ['local', 10_000],
      ['registered', f.away.filed],
      ["reason = 'referral'", f.away.referral],
      ["reason = 'emergency'", f.away.emergency],
      ["place = 'elsewhere'", f.away.temporary],
      ['inpatient', f.away.provinceInpatient],
      [undefined, f.away.provinceOutpatient],
    ),
    paid: either(
      ['local', any('selected', "reason != 'routine'") as never],
      [undefined, any("reason = 'emergency'", all('selected', "level = 'primary'")) as never],
    ),
    'first share': rounded(`class B * ${f.firstShare} / 10000`),
    'consultation rate': byLevel(f.consultation),
    consultation: either(
      [all('local', 'inpatient = non'), rounded('consultation fee * consultation rate / 10000') as never],
      [undefined, 0],
    ),
    'care rate': byLevel(f.care),
    'care uncapped': rounded('(eligible - first share) * care rate * factor / 100000000'),
    'limit open': positive(`${f.limit} - used limit`),
    care: either(
      [all('paid', 'inpatient = non'), { valeur: 'care uncapped', plafond: 'limit open' } as never],
      [undefined, 0],
    ),
    'stay cost': 'eligible + consultation fee - first share',
    deductible: either(['stays > 0', byLevel(f.later) as never], [undefined, byLevel(f.first) as never]),
    above: positive('stay cost - deductible'),
    'stay rate': byLevel(f.stay),
    'stay paid': rounded('above * stay rate * factor / 100000000'),
    'own share': 'stay cost - stay at full factor',
    'stay at full factor': rounded('above * stay rate / 10000'),
    'own after': 'used own + own share',
    'lower before': { valeur: positive(`used own - ${f.threshold}`), plafond: f.middle - f.threshold },
    'upper before': positive(`used own - ${f.middle}`),
    'lower after': { valeur: positive(`own after - ${f.threshold}`), plafond: f.middle - f.threshold },
    'upper after': positive(`own after - ${f.middle}`),
    'benefit before': rounded(`(lower before * ${f.lower} + upper before * ${f.upper}) / 10000`),
    'benefit after': rounded(`(lower after * ${f.lower} + upper after * ${f.upper}) / 10000`),
    critical: either(['inpatient', 'benefit after - benefit before'], [undefined, 0]),
    fund: either(['inpatient', 'stay paid'], [undefined, 'consultation + care']),
    self: 'eligible + consultation fee + excluded - fund - critical',
    'limit left': 'limit open - care',
  };
}

const word = (text: string) => `'${text}'`;
const yes = (holds: boolean) => (holds ? 'oui' : 'non');

export function publicodes(): Contestant<Record<string, string | number>, Nodes> {
  const engine = new Engine(rules() as never, { logger: { log() {}, warn() {}, error: console.error } });
  return {
    name: 'publicodes, its nodes explain',
    input: (t: Task) => ({
      inpatient: yes(t.inpatient),
      level: word(t.level),
      place: word(t.place),
      reason: word(t.reason),
      registered: yes(t.registered),
      selected: yes(t.selected),
      'consultation fee': t.consultationFee,
      eligible: t.eligible,
      excluded: t.excluded,
      'class B': t.classB,
      'used limit': t.usedLimit,
      'used own': t.usedOwn,
      stays: t.stays,
    }),
    run(situation) {
      engine.setSituation(situation);
      const evaluate = (name: string): Node => engine.evaluate(name);
      return {
        fund: evaluate('fund'),
        critical: evaluate('critical'),
        self: evaluate('self'),
        left: evaluate('limit left'),
      };
    },
    answer: (nodes) => ({
      fund: Number(nodes.fund.nodeValue),
      critical: Number(nodes.critical.nodeValue),
      self: Number(nodes.self.nodeValue),
      left: Number(nodes.left.nodeValue),
    }),
  };
}
