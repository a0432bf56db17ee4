import { useMemo } from 'react';
import { useNavigate } from 'react-router';
import type { CityModule, Tool, ToolClinic } from '#cities';
import {
  DEFAULT_MEMBER,
  type Figure,
  formatMoney,
  LEVELS,
  makeDate,
  type NoAnswer,
  type Premium,
  type Tier,
  yearOf,
} from '#engine';
import { useToday } from '#platform';
import {
  Actions,
  Cell,
  CellGroup,
  firstRecheck,
  formatYuan,
  Missing,
  Notice,
  Page,
  PrimaryButton,
  refusalWords,
  Stale,
  spokenYuan,
  Table,
} from '#ui';
import { Computed, PolicyValue } from '../Computed.tsx';
import { type Calculator, calculator } from '../calculator.tsx';
import { FeeFigure, TIER_NAMES } from '../FeeFigure.tsx';
import { tiersOf } from '../newborn.ts';
import { PolicyNote } from '../PolicyWords.tsx';
import { useAddress, withKeys } from '../query.ts';
import { stayRate } from '../stay.ts';
import { LEVEL_NAMES, payWord, plain, rateSum, yuan } from '../words.ts';
import { BreakEven, useBreakEven } from './BreakEven.tsx';

/** 一档还是二档: what the dearer one costs more, what it gives more, and from which spending on it pays. */
export default calculator('tiers', WithTiers);

/** Nothing to choose where there is one tier. */
function WithTiers(props: Calculator) {
  return tiersOf(props.module.policy).length > 1 ? <Screen {...props} /> : <Missing />;
}

interface Fees {
  one: Premium;
  two: Premium;
}

/** Both prices of a year, or why they are not known. */
function feesOf({ rules, policy }: CityModule, year: number): Fees | NoAnswer {
  const day = makeDate(year, 1, 1);
  const member = { ...DEFAULT_MEMBER, birthDate: day };
  const [one, two] = tiersOf(policy).map((tier) =>
    rules.premium(policy, member, { payDate: day, tier, newborn: false, bothYears: false, year }),
  );
  if (one?.kind === 'computed' && two?.kind === 'computed') return { one, two };
  return [one, two].flatMap((fee) => (fee?.kind === 'notComputable' ? fee.reason : []))[0] ?? 'noRule';
}

/** The years for which both prices are known, newest first. */
const yearsOf = (module: CityModule): number[] =>
  [
    ...new Set(
      module.policy.parameters
        .filter(({ id }) => id === 'premium.tier2')
        .flatMap(({ values }) => values.map(({ from }) => yearOf(from))),
    ),
  ]
    .filter((year) => typeof feesOf(module, year) !== 'string')
    .sort((a, b) => b - a);

const NONE: readonly ToolClinic[] = [];

function Screen({ info, tool, module }: Calculator) {
  const { clinics = NONE } = tool;
  const today = useToday() ?? info.asOf;
  const { search } = useAddress();
  const navigate = useNavigate();
  const thisYear = yearOf(today);
  const asked = Number(new URLSearchParams(search).get('year'));
  const year = Number.isSafeInteger(asked) && asked >= 2000 && asked < 2100 ? asked : thisYear;
  const found = useMemo(() => feesOf(module, year), [module, year]);
  const fees = typeof found === 'string' ? undefined : found;
  const extra = fees && fees.two.own - fees.one.own;
  const view = useBreakEven(module, year, extra, search, clinics);
  const set = (patch: Record<string, string | undefined>) =>
    void navigate({ search: withKeys(search, patch) }, { replace: true, preventScrollReset: true });
  const frame = {
    title: '一档还是二档',
    city: info.name,
    above: { text: `${info.name}少儿医保`, to: `/${info.id}/` },
    footer: { hotlines: info.hotlines, rulesYear: String(year) },
  };
  const button = (
    <Actions>
      <PrimaryButton to={tool.next.to}>{tool.next.label}</PrimaryButton>
    </Actions>
  );
  const onwards = (
    <CellGroup title="接下来">
      {tool.related.map(({ label, to }) => (
        <Cell key={to} title={label} to={to} />
      ))}
    </CellGroup>
  );
  if (!fees || extra === undefined || !view) {
    const { title, text, ask } = refusalWords(typeof found === 'string' ? found : 'noRule', `${year} 年`);
    const [newest] = yearsOf(module);
    return (
      <Page {...frame} lead={title}>
        <Notice>
          <p>{text}</p>
          <p>{ask}</p>
        </Notice>
        {newest !== undefined && (
          <CellGroup>
            <Cell
              title={`看 ${newest} 年的比较`}
              desc="只供参考，不代表那一年"
              onClick={() => set({ year: String(newest) })}
            />
          </CellGroup>
        )}
        {button}
        {onwards}
      </Page>
    );
  }
  return (
    <Page
      {...frame}
      lead={`二档一年多${info.pay}一些，住院比例高一点，限额也高一点。下面按 ${year} 年、独立参保的孩子比。`}
    >
      <Difference city={info.id} fees={fees} sentence={view.sentence} />
      {button}
      <BreakEven pay={info.pay} extra={extra} view={view} clinics={clinics} onChange={set} />
      <SideBySide city={info.id} tool={tool} module={module} fees={fees} year={year} />
      <NextYear module={module} year={year === thisYear ? thisYear + 1 : thisYear} shown={year} />
      {onwards}
    </Page>
  );
}

function Difference({ city, fees: { one, two }, sentence }: { city: string; fees: Fees; sentence: string }) {
  const extra = formatMoney(two.own - one.own);
  const pay = payWord(city);
  return (
    <section className="wa-card dates-main">
      <p className="dates-name">二档一年多{pay}</p>
      <Computed
        city={city}
        big
        text={formatYuan(extra, true)}
        spoken={spokenYuan(extra)}
        label={`二档一年多${pay}`}
        how={`${plain(two.own)} − ${plain(one.own)} = ${yuan(two.own - one.own)}`}
        figures={[...one.lines, ...two.lines].map(({ price }) => price)}
      />
      <p className="dates-sentence">
        一档{' '}
        <span className="wa-keep">
          <FeeFigure city={city} premium={one} label={`一档一年${pay}多少`} />，
        </span>
        二档{' '}
        <span className="wa-keep">
          <FeeFigure city={city} premium={two} label={`二档一年${pay}多少`} />。
        </span>
        {sentence}
      </p>
    </section>
  );
}

interface SideBySideProps {
  city: string;
  tool: Tool;
  module: CityModule;
  fees: Fees;
  year: number;
}

/** What each gives. */
function SideBySide({ city, tool, module, fees, year }: SideBySideProps) {
  const pay = payWord(city);
  const day = makeDate(year, 1, 1);
  const figures = module.policy.on(day);
  const tiers = tiersOf(module.policy);
  const rate = (tier: Tier, level: (typeof LEVELS)[number]) => {
    const seen = stayRate(module, { ...DEFAULT_MEMBER, tier, birthDate: day }, day, level);
    return (
      seen && (
        <Computed
          key={tier}
          city={city}
          text={`${seen.percent}%`}
          label={`${TIER_NAMES[tier]}住院报销比例，${LEVEL_NAMES[level]}`}
          figures={seen.figures}
          {...(seen.figures.length > 1 && {
            how: rateSum(seen.figures, seen.percent),
          })}
        />
      )
    );
  };
  const value = (figure: Figure | undefined) => figure && <PolicyValue city={city} figure={figure} />;
  const rows = [
    ...LEVELS.map((level) => ({ label: `住院 ${LEVEL_NAMES[level]}`, cells: tiers.map((tier) => rate(tier, level)) })),
    { label: '普通门诊一年最多报', cells: tiers.map((tier) => value(figures.find(`outpatient.limit.tier${tier}`))) },
    { label: '基本医保一年最多报', cells: tiers.map((tier) => value(figures.find(`base.limit.tier${tier}`))) },
    {
      label: `一年${pay}`,
      cells: [fees.one, fees.two].map((fee, place) => (
        <FeeFigure
          key={tiers[place]}
          city={city}
          premium={fee}
          label={`${TIER_NAMES[tiers[place] ?? 1]}一年${pay}多少`}
        />
      )),
    },
  ];
  return (
    <section className="wa-section">
      <Table
        title={`两档各报多少（${year} 年）`}
        corner="比什么"
        columns={tiers.map((tier) => TIER_NAMES[tier])}
        rows={rows}
        note={tool.note && <PolicyNote words={tool.note} />}
      />
      <Stale day={firstRecheck([...fees.one.lines, ...fees.two.lines].map(({ price }) => price))} />
    </section>
  );
}

/** At the end of a year one pays for the next: says whether its prices are known. */
function NextYear({ module, year, shown }: { module: CityModule; year: number; shown: number }) {
  if (year === shown || feesOf(module, year) !== 'notPublished') return null;
  return (
    <section className="wa-section">
      <Notice>
        年底集中{payWord(module.id)}的是下一年的。{year} 年的标准尚未公布，这里比的是 {shown} 年的。
      </Notice>
    </section>
  );
}
