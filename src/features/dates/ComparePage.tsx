import { useMemo } from 'react';
import { useNavigate, useParams } from 'react-router';
import { type CityInfo, type CityModule, findCity, findTool, loadCity, type Tool } from '#cities';
import { type PremiumOutcome, type Tier, yearOf } from '#engine';
import { usePersistedStore, useToday } from '#platform';
import type { IsoDate } from '#policy/types.ts';
import { Cell, CellGroup, formatDate, formatValue, Missing, Notice, Page, PrimaryButton, Table, useLoaded } from '#ui';
import { BirthForm } from './BirthForm.tsx';
import { Computed, PolicyValue } from './Computed.tsx';
import { useChild } from './child.ts';
import { type Comparison, compare, type Side } from './compare.ts';
import { FeeFigure, TIER_NAMES } from './FeeFigure.tsx';
import { tiersOf } from './newborn.ts';
import { useAddress, withKeys } from './query.ts';
import { Segments } from './Segments.tsx';
import type { RateSeen } from './stay.ts';
import { readBirth } from './typed-date.ts';
import { LEVEL_NAMES, rateSum, refusalWords, ruleWords } from './words.ts';

/** 独立参保还是随监护人: side by side, with what it means for this child once its birth date is known. */
export default function ComparePage() {
  const { city = '' } = useParams();
  const info = findCity(city);
  const tool = findTool(city, 'compare');
  const module = useLoaded(loadCity, city);
  return info && tool && module ? <Screens info={info} tool={tool} module={module} /> : <Missing />;
}

function Screens({ info, tool, module }: { info: CityInfo; tool: Tool; module: CityModule }) {
  const ready = usePersistedStore(useChild);
  const known = useToday();
  const today = known ?? info.asOf;
  const { birth } = useChild();
  const { search } = useAddress();
  const navigate = useNavigate();
  const query = new URLSearchParams(search);
  const reading = ready && known ? readBirth(birth, today) : undefined;
  const birthDate = reading?.kind === 'date' ? reading.date : undefined;
  const tier: Tier = query.get('tier') === '2' && tiersOf(module.policy).includes(2) ? 2 : 1;
  const go = (patch: Record<string, string | undefined>, replace = false) =>
    void navigate({ search: withKeys(search, patch) }, { replace, preventScrollReset: true });
  if (query.get('at') === 'birth') {
    return <BirthForm info={info} today={today} onDone={() => go({ at: undefined })} />;
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

const ADVICE: Record<Comparison['advice'], string> = {
  either: '能独立参保就独立参保：住院报得多，额度也是孩子自己的。赶不上期限的，出生当年可以先随监护人。',
  own: '还在期限里，独立参保更合算：住院报得多，额度是孩子自己的，从出生那天起就能报。',
  guardianFirst:
    '独立参保的期限过了。监护人参加了这里的居民医保，今年就先随监护人；年底给孩子交下一年的，明年起独立参保。',
  ownOnly: '出生那一年已经过了，不能再随监护人，只能独立参保。',
};

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
      lead={ADVICE[result.advice]}
      footer={{ hotlines: info.hotlines, rulesYear: String(result.year) }}
    >
      <PrimaryButton to={tool.next.to}>{tool.next.label}</PrimaryButton>
      <CellGroup>
        <Cell
          icon="child"
          title={birthDate ? '下面按这个孩子算' : '填上出生日期再看'}
          desc={birthDate ? `${formatDate(birthDate)}出生` : '算出从哪天起能报，今年还能不能随监护人'}
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
        <SideBySide city={info.id} result={result} birthDate={birthDate} />
      </section>
      <section className="wa-section">
        <h2 className="wa-section-title">还要知道</h2>
        <section className="wa-card">
          <ul className="wa-facts">
            {result.points && (
              <li>
                独立参保的孩子，住院比例比同一档的大人高 <PolicyValue city={info.id} figure={result.points} />
                ；随监护人没有。
              </li>
            )}
            <li>随监护人只限出生当年，要监护人自己已经参加这里的居民医保；第二年要给孩子独立参保。</li>
            <li>两种办法都从出生那天起报，独立参保要在期限里登记并缴费。</li>
          </ul>
        </section>
      </section>
      <CellGroup title="接下来">
        {tool.related.map(({ label, to }) => (
          <Cell key={to} title={label} to={to} />
        ))}
      </CellGroup>
    </Page>
  );
}

function SideBySide({ city, result, birthDate }: { city: string; result: Comparison; birthDate: IsoDate | undefined }) {
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
      label: '要交',
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
    <Table
      title={`${year} 年，两种办法`}
      corner="比什么"
      columns={['独立参保', '随监护人']}
      rows={rows}
      note="起付线两种办法一样。随监护人时，大人用掉的额度也算在里面。"
    />
  );
}

function Fee({ city, premium }: { city: string; premium: PremiumOutcome }) {
  if (premium.kind === 'error') return '—';
  if (premium.kind === 'notComputable') return '尚未公布';
  if (premium.lines.length === 0) return '不另外交';
  return <FeeFigure city={city} premium={premium} label="独立参保要交多少" />;
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
      text={yearOf(date) === year ? formatDate(date).replace(/^\d+年/, '') : formatDate(date)}
      label={end ? '到哪天为止' : '从哪天起能报'}
      how={`${coverage.rule.parameter.label}：${ruleWords(coverage.rule)}。`}
      figures={[coverage.rule]}
    />
  );
}
