import { useMemo } from 'react';
import { useNavigate } from 'react-router';
import type { CityInfo, CityModule, Tool } from '#cities';
import type { PremiumOutcome, Tier } from '#engine';
import { readBirth } from '#journeys';
import { useToday } from '#platform';
import type { IsoDate } from '#policy/types.ts';
import {
  Cell,
  CellGroup,
  firstRecheck,
  formatDate,
  formatValue,
  Notice,
  Page,
  PrimaryButton,
  RichText,
  refusalWords,
  Segments,
  Stale,
  Table,
} from '#ui';
import { BirthForm } from './BirthForm.tsx';
import { Computed, PolicyValue } from './Computed.tsx';
import { type Calculator, calculator } from './calculator.tsx';
import { useChildIn } from './child.ts';
import { type Comparison, compare, type Side } from './compare.ts';
import { FeeFigure, TIER_NAMES } from './FeeFigure.tsx';
import { tiersOf } from './newborn.ts';
import { PolicyNote, PolicyWords } from './PolicyWords.tsx';
import { useAddress, withKeys } from './query.ts';
import type { RateSeen } from './stay.ts';
import { dayIn, LEVEL_NAMES, payWord, rateSum, ruleWords } from './words.ts';
import './dates.css';

/** 独立参保还是随监护人: side by side, with what it means for this child once its birth date is known. */
export default calculator('compare', Screens);

function Screens({ info, tool, module }: Calculator) {
  const known = useToday();
  const today = known ?? info.asOf;
  const { ready, birth } = useChildIn(info.id);
  const { search } = useAddress();
  const navigate = useNavigate();
  const query = new URLSearchParams(search);
  const reading = ready && known ? readBirth(birth, today) : undefined;
  const birthDate = reading?.kind === 'date' ? reading.date : undefined;
  const tier: Tier = query.get('tier') === '2' && tiersOf(module.policy).includes(2) ? 2 : 1;
  const go = (patch: Record<string, string | undefined>, replace = false) =>
    void navigate({ search: withKeys(search, patch) }, { replace, preventScrollReset: true });
  if (query.get('at') === 'birth') {
    return (
      <Page
        title="孩子是哪天出生的？"
        city={info.name}
        above={{ text: `${info.name}少儿医保`, to: `/${info.id}/` }}
        lead="随监护人只限出生当年，独立参保有期限：都看出生日期。日期只存在这台手机上。"
      >
        <BirthForm today={today} go="看怎么选" onDone={() => go({ at: undefined })} />
      </Page>
    );
  }
  return (
    <Result
      info={info}
      tool={tool}
      module={module}
      today={today}
      tier={tier}
      birthDate={birthDate}
      onTier={(value) => go({ tier: value === '1' ? undefined : value }, true)}
      onBirth={() => go({ at: 'birth' })}
    />
  );
}

interface ResultProps {
  info: CityInfo;
  tool: Tool;
  module: CityModule;
  today: IsoDate;
  tier: Tier;
  birthDate: IsoDate | undefined;
  onTier: (tier: string) => void;
  onBirth: () => void;
}

function Result({ info, tool, module, today, tier, birthDate, onTier, onBirth }: ResultProps) {
  const result = useMemo(
    () => compare(module, { today, tier, ...(birthDate && { birthDate }) }),
    [module, today, tier, birthDate],
  );
  const tiers = tiersOf(module.policy);
  return (
    <Page
      title="独立参保、随监护人，比一比"
      city={info.name}
      above={{ text: `${info.name}少儿医保`, to: `/${info.id}/` }}
      lead={tool.advice && <RichText text={tool.advice[result.advice]} />}
      footer={{ hotlines: info.hotlines, rulesYear: String(result.year) }}
    >
      <PrimaryButton to={tool.next.to}>{tool.next.label}</PrimaryButton>
      <CellGroup>
        <Cell
          icon="child"
          title={birthDate ? '下面按这个孩子算' : '填上出生日期再看'}
          desc={
            birthDate
              ? `${formatDate(birthDate)}出生（已填，来自“我的孩子”）`
              : '算出从哪天起能报，今年还能不能随监护人'
          }
          {...(birthDate && { value: '修改' })}
          onClick={onBirth}
        />
      </CellGroup>
      <section className="wa-section">
        {tiers.length > 1 && (
          <div className="dates-control">
            <Segments
              legend="按哪一档比（随监护人用监护人的档）"
              options={tiers.map((one) => ({ value: String(one), label: TIER_NAMES[one] }))}
              value={String(tier)}
              onChange={onTier}
            />
          </div>
        )}
        <SideBySide city={info.id} tool={tool} result={result} birthDate={birthDate} />
      </section>
      {tool.points && (
        <div className="wa-section">
          <PolicyWords words={tool.points} />
        </div>
      )}
      <CellGroup title="接下来">
        {tool.related.map(({ label, to }) => (
          <Cell key={to} title={label} to={to} />
        ))}
      </CellGroup>
    </Page>
  );
}

interface SideBySideProps {
  city: string;
  tool: Tool;
  result: Comparison;
  birthDate: IsoDate | undefined;
}

function SideBySide({ city, tool, result, birthDate }: SideBySideProps) {
  const { own, guardian, limit, shared, year } = result;
  if (own.rates.some(({ rate }) => !rate)) {
    const { title, text, ask } = refusalWords('notPublished', `${year} 年`);
    return (
      <Notice>
        <strong>{title}。</strong>
        {text}
        {ask}
      </Notice>
    );
  }
  const percent = (rate: RateSeen | undefined, label: string) =>
    rate && (
      <Computed
        city={city}
        text={`${rate.percent}%`}
        label={label}
        figures={rate.figures}
        {...(rate.figures.length > 1 && {
          how: rateSum(rate.figures, rate.percent),
        })}
      />
    );
  const rows = [
    ...own.rates.map(({ level, rate }, place) => ({
      label: `住院 ${LEVEL_NAMES[level]}`,
      cells: [
        percent(rate, `独立参保，住院报销比例，${LEVEL_NAMES[level]}`),
        percent(guardian.rates[place]?.rate, `随监护人，住院报销比例，${LEVEL_NAMES[level]}`),
      ],
    })),
    {
      label: '一年最多报',
      cells: [
        limit && <PolicyValue key="own" city={city} figure={limit} />,
        shared && limit && (
          <span key="shared">
            合用{' '}
            <Computed
              city={city}
              text={formatValue(limit.dated.value, limit.parameter.unit)}
              label={shared.parameter.label}
              how={ruleWords(shared)}
              figures={[shared, limit]}
            />
          </span>
        ),
      ],
    },
    {
      label: `要${payWord(city)}`,
      cells: [
        <Fee key="own" city={city} premium={own.premium} />,
        <Fee key="guardian" city={city} premium={guardian.premium} />,
      ],
    },
    {
      label: '从哪天起',
      cells: [
        <From key="own" city={city} side={own} year={year} />,
        <From key="guardian" city={city} side={guardian} year={year} />,
      ],
    },
    {
      label: '到哪天止',
      cells: [
        <From key="own" city={city} side={own} year={year} end />,
        <From key="guardian" city={city} side={guardian} year={year} end />,
      ],
    },
    {
      label: `${year} 年能选吗`,
      cells: ['能', birthDate === undefined ? '出生当年能' : guardian.coverage?.kind === 'error' ? '不能' : '能'],
    },
  ];
  return (
    <>
      <Table
        title={`${year} 年，两种办法`}
        corner="比什么"
        columns={['独立参保', '随监护人']}
        rows={rows}
        note={tool.note && <PolicyNote words={tool.note} />}
      />
      <Stale day={firstRecheck(own.rates.flatMap(({ rate }) => rate?.figures ?? []))} />
    </>
  );
}

function Fee({ city, premium }: { city: string; premium: PremiumOutcome }) {
  if (premium.kind === 'error') return '—';
  if (premium.kind === 'notComputable') return '尚未公布';
  if (premium.lines.length === 0) return `不另外${payWord(city)}`;
  return <FeeFigure city={city} premium={premium} label={`独立参保要${payWord(city)}多少`} />;
}

/** A day of coverage; the year is said where it is not the year of the table. */
function From({ city, side: { coverage }, year, end }: { city: string; side: Side; year: number; end?: boolean }) {
  if (!coverage) return end ? '当年年底' : '出生那天';
  if (coverage.kind === 'error') return '今年不能';
  if (coverage.kind === 'notComputable') return '先问社保所';
  const date = end ? coverage.to : coverage.from;
  return (
    <Computed
      city={city}
      text={dayIn(date, year)}
      label={end ? '到哪天为止' : '从哪天起能报'}
      how={`${coverage.rule.parameter.label}：${ruleWords(coverage.rule)}。`}
      figures={[coverage.rule]}
    />
  );
}
