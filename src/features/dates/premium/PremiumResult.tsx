import { useMemo } from 'react';
import type { CityInfo, CityModule, Tool } from '#cities';
import { type Figure as EngineFigure, formatMoney } from '#engine';
import type { IsoDate } from '#policy/types.ts';
import {
  Actions,
  Amount,
  Breakdown,
  type BreakdownLine,
  Cell,
  CellGroup,
  firstRecheck,
  formatDate,
  formatYuan,
  Notice,
  Page,
  PrimaryButton,
  Stale,
  spokenYuan,
  useShare,
} from '#ui';
import { Computed, PolicyValue } from '../Computed.tsx';
import { BirthYearPrice, Prices } from '../Fee.tsx';
import { FeeFigure, lineName, TIER_NAMES } from '../FeeFigure.tsx';
import { BothYears } from '../NewbornWays.tsx';
import { hukouMatters, type Way } from '../newborn.ts';
import { Span } from '../Span.tsx';
import { WeakChip } from '../WeakChip.tsx';
import { payWord, plain, problemWords, refusalWords, yuan } from '../words.ts';
import { type Formula, figuresIn, type PremiumAnswer, premiumAnswer, type Question } from './premium.ts';

interface Props {
  info: CityInfo;
  tool: Tool;
  module: CityModule;
  question: Question;
  today: IsoDate;
  onEdit: (step: string) => void;
}

/** The sum first, then its lines, how the price is made, what it covers. */
export default function PremiumResult({ info, tool, module, question, today, onEdit }: Props) {
  const answer = useMemo(() => premiumAnswer(module, question), [module, question]);
  useShare(async () => (await import('../share.ts')).premiumOffer(info.pay, answer, question));
  const { payDate, birthDate, year, localHukou } = question;
  return (
    <Page
      title={headline(info.pay, answer, question)}
      docTitle={`${info.name}少儿医保：要${info.pay}多少的结果`}
      city={info.name}
      above={{ text: `${info.name}少儿医保`, to: `/${info.id}/` }}
      footer={{ hotlines: info.hotlines, rulesYear: (payDate || today).slice(0, 4) }}
    >
      <Answer city={info.id} tool={tool} answer={answer} question={question} today={today} onEdit={onEdit} />
      <CellGroup title="你填的（点一行修改）">
        <Cell
          title={`给谁${info.pay}`}
          desc={birthDate ? `新生儿，从出生起${info.pay}` : '普通参保或续保'}
          value="修改"
          onClick={() => onEdit('who')}
        />
        {birthDate && (
          <Cell
            title="出生日期"
            desc={`${formatDate(birthDate)}（已填，来自“我的孩子”）`}
            value="修改"
            onClick={() => onEdit('birth')}
          />
        )}
        {birthDate && hukouMatters(module.policy) && (
          <Cell
            title="户籍"
            desc={localHukou ? `${info.name}户籍` : `不是${info.name}户籍`}
            value="修改"
            onClick={() => onEdit('hukou')}
          />
        )}
        {year && <Cell title={`${info.pay}哪一年的`} desc={`${year} 年`} value="修改" onClick={() => onEdit('year')} />}
        <Cell title="缴费日期" desc={formatDate(payDate)} value="修改" onClick={() => onEdit('when')} />
      </CellGroup>
      <Stale day={firstRecheck(figuresIn(answer))} />
      <CellGroup title="接下来">
        {tool.related.map(({ label, to }) => (
          <Cell key={to} title={label} to={to} />
        ))}
      </CellGroup>
    </Page>
  );
}

const whenOf = ({ payDate, year }: Question): string => (year ? `${year} 年` : formatDate(payDate.slice(0, 7)));

function headline(pay: string, { ways, unknown }: PremiumAnswer, question: Question): string {
  const outcome = ways[0]?.prices[0]?.premium;
  if (outcome?.kind === 'error') return '有一项要改一下';
  if (outcome?.kind === 'notComputable' || unknown) {
    return refusalWords(outcome?.kind === 'notComputable' ? outcome.reason : 'notPublished', whenOf(question)).title;
  }
  return `一共要${pay}`;
}

interface AnswerProps {
  city: string;
  tool: Tool;
  answer: PremiumAnswer;
  question: Question;
  today: IsoDate;
  onEdit: (step: string) => void;
}

function Answer({ city, tool, answer, question, today, onEdit }: AnswerProps) {
  const { ways, formulas, printed, subsidy, subsidyUnknown, unknown } = answer;
  const [way] = ways;
  const pay = payWord(city);
  const first = way?.prices[0]?.premium;
  if (!way || !first) return null;
  if (first.kind === 'error') {
    return (
      <>
        <Notice tone="warn">{problemWords(first.problem)}</Notice>
        <Actions>
          <PrimaryButton onClick={() => onEdit(first.problem === 'afterWindow' ? 'who' : 'when')}>
            去改这一项
          </PrimaryButton>
        </Actions>
      </>
    );
  }
  const button = (
    <Actions>
      <PrimaryButton to={tool.next.to}>{tool.next.label}</PrimaryButton>
    </Actions>
  );
  if (first.kind === 'notComputable') {
    const { text, ask } = refusalWords(first.reason, whenOf(question));
    return (
      <>
        <Notice>
          <p>{text}</p>
          <p>{ask}</p>
        </Notice>
        {button}
        {way.birthYear && (
          <section className="wa-section wa-card">
            <BirthYearPrice city={city} way={way} today={today} />
          </section>
        )}
        {unknown && first.reason === 'notPublished' && <HowItWillBe city={city} unknown={unknown} />}
        <Covered city={city} way={way} title="从哪天起能报" />
      </>
    );
  }
  return (
    <>
      <section className="wa-card dates-main" aria-live="polite">
        <div className="dates-sums">
          {way.prices.map(({ tier, premium }) =>
            premium.kind === 'computed' ? (
              <p key={tier}>
                {way.prices.length > 1 && <span className="dates-name">{TIER_NAMES[tier]}</span>}
                <FeeFigure
                  city={city}
                  premium={premium}
                  label={way.prices.length > 1 ? `${TIER_NAMES[tier]}要${pay}多少` : `一共要${pay}多少`}
                  big
                />
              </p>
            ) : null,
          )}
        </div>
        <p className="dates-sentence">{sentence(pay, way, question)}</p>
      </section>
      {button}
      <section className="wa-section">
        <h2 className="wa-section-title">{ways.length > 1 ? `有两种${pay}法` : '怎么算的'}</h2>
        <div className="dates-cards">
          {ways.map((one) => (
            <section key={String(one.payment.bothYears)} className="wa-card dates-way">
              {ways.length > 1 && (
                <h3 className="wa-block-title">
                  {one.payment.bothYears ? `连出生那一年一起${pay}` : `只${pay}今年的`}
                </h3>
              )}
              <Prices city={city} prices={one.prices} />
              {ways.length > 1 && <Span city={city} coverage={one.coverage} payDate={one.payment.payDate} />}
            </section>
          ))}
          {ways.length > 1 && <BothYears tool={tool} />}
        </div>
      </section>
      {ways.length === 1 && <Covered city={city} way={way} title="从哪天到哪天能报" />}
      {subsidy && (
        <section className="wa-section">
          <h2 className="wa-section-title">财政另外补贴</h2>
          <section className="wa-card">
            <p>
              同样这些月份，财政再补{' '}
              <Computed
                city={city}
                text={formatYuan(formatMoney(subsidy.sum), true)}
                spoken={spokenYuan(formatMoney(subsidy.sum))}
                label="财政补贴"
                how={`${subsidy.lines.map(({ sum }) => plain(sum)).join(' + ')} = ${yuan(subsidy.sum)}`}
                figures={subsidy.lines.map(({ price }) => price)}
              />
              ，不用你出。
            </p>
          </section>
        </section>
      )}
      {subsidyUnknown && <Notice>这些月份里，有的学年财政另外补贴多少没有查到，所以不写。</Notice>}
      {formulas.length > 0 && <HowPriced city={city} formulas={formulas} printed={printed} />}
    </>
  );
}

function sentence(pay: string, way: Way, { birthDate }: Question): string {
  const first = way.prices[0]?.premium;
  if (first?.kind !== 'computed') return '';
  const what = first.lines.map(lineName).join('，加上');
  if (way.payment.bothYears) return `出生那一年和今年一起${pay}（${what}），从出生那天起能报。`;
  if (way.prices.length > 1) return `${pay}的是${what}的。`;
  return `${birthDate ? `从出生起${pay}：` : `${pay}的是：`}${what}。`;
}

/** Base × rate, month by month; and the printed prices of whole years. */
function HowPriced({ city, formulas, printed }: { city: string; formulas: Formula[]; printed: EngineFigure[] }) {
  const [first] = formulas;
  const monthly = formulas.map(
    ({ line, base, rate }): BreakdownLine => ({
      id: line.from,
      label: `${formatDate(line.from.slice(0, 7))}起，每月`,
      note: (
        <>
          <PolicyValue city={city} figure={base} /> × <PolicyValue city={city} figure={rate} />
        </>
      ),
      value: <Amount value={formatMoney(line.price.fen)} />,
    }),
  );
  const yearly = printed.map(
    (figure): BreakdownLine => ({
      id: `year${figure.dated.from}`,
      label: `${formatDate(figure.dated.from.slice(0, 7))}开始的学年，全年`,
      note: <WeakChip figure={figure} />,
      value: <PolicyValue city={city} figure={figure} />,
    }),
  );
  return (
    <section className="wa-section">
      <h2 className="wa-section-title">每月的钱是怎么定的</h2>
      <section className="wa-card dates-way">
        {first && <p>每月个人缴费 = {first.base.parameter.label} × 个人的比例，四舍五入到分。</p>}
        <Breakdown label="每月的钱是怎么定的" lines={[...monthly, ...yearly]} />
      </section>
    </section>
  );
}

function Covered({ city, way, title }: { city: string; way: Way; title: string }) {
  return (
    <section className="wa-section">
      <h2 className="wa-section-title">{title}</h2>
      <section className="wa-card dates-way">
        <Span city={city} coverage={way.coverage} payDate={way.payment.payDate} />
      </section>
    </section>
  );
}

/** No price yet: how it will be made, and the newest one, clearly of another year. */
function HowItWillBe({
  city,
  unknown: { base, rate, latest },
}: {
  city: string;
  unknown: NonNullable<PremiumAnswer['unknown']>;
}) {
  return (
    <section className="wa-section">
      <h2 className="wa-section-title">{base && rate ? '公布以后可以自己算' : '已经公布的最近一年'}</h2>
      <section className="wa-card">
        {base && rate && (
          <p>
            每月 = 新公布的{base.label} × <PolicyValue city={city} figure={rate} />
            ，四舍五入到分；再乘要缴费的月数。这个比例是上一个学年的，也可能变。
          </p>
        )}
        {latest.map((figure) => (
          <p key={figure.id} className="dates-sentence">
            {formatDate(figure.dated.from.slice(0, 4))}
            {base ? '开始的学年' : ''}，{figure.parameter.label}：<PolicyValue city={city} figure={figure} />
          </p>
        ))}
        <p className="wa-note-text">已有的数字只给你参考，不代表还没公布的那一年。</p>
      </section>
    </section>
  );
}
