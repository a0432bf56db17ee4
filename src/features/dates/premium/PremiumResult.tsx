import { lazy, Suspense, useMemo } from 'react';
import type { CityInfo, CityModule, Tool } from '#cities';
import { formatMoney, withOwnFigures, yearOf } from '#engine';
import { useOwnCity } from '#platform';
import type { IsoDate } from '#policy/types.ts';
import {
  Actions,
  Cell,
  CellGroup,
  firstRecheck,
  formatDate,
  formatYuan,
  Notice,
  OwnBadge,
  Page,
  PrimaryButton,
  refusalWords,
  Stale,
  spokenYuan,
  useShare,
} from '#ui';
import { Computed, Own } from '../Computed.tsx';
import { BirthYearPrice, Prices } from '../Fee.tsx';
import { FeeFigure, isDerived, lineName, TIER_NAMES } from '../FeeFigure.tsx';
import { BothYears } from '../NewbornWays.tsx';
import { hukouMatters, type Way } from '../newborn.ts';
import { Span } from '../Span.tsx';
import { payWord, plain, problemWords, yuan } from '../words.ts';
import { Covered, HowItWillBe, HowPriced } from './PriceParts.tsx';
import { figuresIn, leading, type PremiumAnswer, premiumAnswer, type Question } from './premium.ts';

interface Props {
  info: CityInfo;
  tool: Tool;
  module: CityModule;
  question: Question;
  today: IsoDate;
  onEdit: (step: string) => void;
  /** The same day, not as a newborn. */
  onOrdinary: () => void;
}

/** Come only where there is a figure of one's own, or a price is missing. */
const loadOwn = () => import('./OwnPrices.tsx');
const PriceBar = lazy(async () => ({ default: (await loadOwn()).PriceBar }));
const MissingPrices = lazy(async () => ({ default: (await loadOwn()).MissingPrices }));

/** Everything below computes with the city's policy, and over it the person's own figures. */
export default function PremiumResult(props: Props) {
  const { module: printed } = props;
  const city = useOwnCity(printed, withOwnFigures);
  const own = useMemo(() => ({ printed, Mark: OwnBadge }), [printed]);
  return (
    <Own.Provider value={own}>
      <Result {...props} city={city} />
    </Own.Provider>
  );
}

async function offerOf({ info, module, question }: Props, city: CityModule, answer: PremiumAnswer) {
  const [{ premiumOffer }, { wordsOfOwn }] = await Promise.all([import('../share.ts'), loadOwn()]);
  return premiumOffer(info.pay, answer, question, wordsOfOwn(city, module, answer));
}

/** The sum first, then its lines, how the price is made, what it covers. */
function Result({ city, ...props }: Props & { city: CityModule }) {
  const { info, tool, module, question, today, onEdit, onOrdinary } = props;
  const answer = useMemo(() => premiumAnswer(city, question), [city, question]);
  useShare(() => offerOf(props, city, answer));
  const { payDate, birthDate, year, localHukou } = question;
  return (
    <>
      {city !== module && (
        <Suspense fallback={null}>
          <PriceBar city={city} printed={module} answer={answer} />
        </Suspense>
      )}
      <Page
        title={headline(info.pay, answer, question)}
        docTitle={`${info.name}少儿医保：要${info.pay}多少的结果`}
        city={info.name}
        above={{ text: `${info.name}少儿医保`, to: `/${info.id}/` }}
        footer={{
          hotlines: info.hotlines,
          rulesYear: (leading(answer.ways[0])?.kind === 'computed' ? payDate : info.asOf).slice(0, 4),
        }}
      >
        <Answer
          printed={module}
          tool={tool}
          answer={answer}
          question={question}
          today={today}
          onEdit={onEdit}
          onOrdinary={onOrdinary}
        />
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
          {year && (
            <Cell title={`${info.pay}哪一年的`} desc={`${year} 年`} value="修改" onClick={() => onEdit('year')} />
          )}
          <Cell title="缴费日期" desc={formatDate(payDate)} value="修改" onClick={() => onEdit('when')} />
        </CellGroup>
        <Stale day={firstRecheck(figuresIn(answer))} />
        <CellGroup title="接下来">
          {tool.related.map(({ label, to }) => (
            <Cell key={to} title={label} to={to} />
          ))}
        </CellGroup>
      </Page>
    </>
  );
}

const whenOf = ({ payDate, year }: Question): string => (year ? `${year} 年` : formatDate(payDate.slice(0, 7)));

function headline(pay: string, { ways, unknown }: PremiumAnswer, question: Question): string {
  const outcome = leading(ways[0]);
  if (outcome?.kind === 'error') return outcome.problem === 'afterWindow' ? '过了新生儿的期限' : '有一项要改一下';
  if (outcome?.kind === 'notComputable' || unknown) {
    return refusalWords(outcome?.kind === 'notComputable' ? outcome.reason : 'notPublished', whenOf(question)).title;
  }
  return `一共要${pay}`;
}

const nameOf = (pay: string, { payment: { bothYears, payDate } }: Way, today: IsoDate): string => {
  if (bothYears) return `连出生那一年一起${pay}`;
  return yearOf(payDate) === yearOf(today) ? `只${pay}今年的` : `只${pay} ${yearOf(payDate)} 年的`;
};

interface AnswerProps {
  printed: CityModule;
  tool: Tool;
  answer: PremiumAnswer;
  question: Question;
  today: IsoDate;
  onEdit: (step: string) => void;
  onOrdinary: () => void;
}

function Answer({ printed, tool, answer, question, today, onEdit, onOrdinary }: AnswerProps) {
  const city = printed.id;
  const { ways, formulas, subsidy, subsidyUnknown } = answer;
  const [way] = ways;
  const pay = payWord(city);
  const first = leading(way);
  if (!way || !first) return null;
  if (first.kind === 'error') {
    const late = first.problem === 'afterWindow';
    return (
      <>
        <Notice tone="warn">{problemWords(first.problem)}</Notice>
        <Actions>
          {late ? (
            <PrimaryButton onClick={onOrdinary}>按普通参保算</PrimaryButton>
          ) : (
            <PrimaryButton onClick={() => onEdit('when')}>去改这一项</PrimaryButton>
          )}
        </Actions>
      </>
    );
  }
  const button = (
    <Actions>
      <PrimaryButton to={tool.next.to}>{tool.next.label}</PrimaryButton>
    </Actions>
  );
  const open = way.prices.some(({ premium }) => premium.kind === 'notComputable' && premium.reason === 'notPublished');
  const offer = open && (
    <Suspense fallback={null}>
      <MissingPrices printed={printed} question={question} answer={answer} />
    </Suspense>
  );
  if (first.kind === 'notComputable') {
    // What is said to be published is published: no figure of one's own among it.
    const { unknown } = premiumAnswer(printed, question);
    const { text, ask } = refusalWords(first.reason, whenOf(question));
    return (
      <>
        <Notice>
          <p>{text}</p>
          <p>{ask}</p>
        </Notice>
        {button}
        {offer}
        {way.birthYear && (
          <section className="wa-section wa-card">
            <BirthYearPrice city={city} way={way} today={today} />
          </section>
        )}
        {unknown && first.reason === 'notPublished' && <HowItWillBe city={city} unknown={unknown} />}
        {ways.length > 1 ? (
          <>
            {ways.map((one) => (
              <Covered key={String(one.payment.bothYears)} city={city} way={one} title={nameOf(pay, one, today)} />
            ))}
            <BothYears tool={tool} />
          </>
        ) : (
          <Covered city={city} way={way} title="从哪天起能报" />
        )}
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
      {offer}
      <section className="wa-section">
        <h2 className="wa-section-title">{ways.length > 1 ? `有两种${pay}法` : '怎么算的'}</h2>
        <div className="dates-cards">
          {ways.map((one) => (
            <section key={String(one.payment.bothYears)} className="wa-card dates-way">
              {ways.length > 1 && <h3 className="wa-block-title">{nameOf(pay, one, today)}</h3>}
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
      {formulas.length > 0 && <HowPriced city={city} formulas={formulas} printed={answer.printed} />}
    </>
  );
}

function sentence(pay: string, way: Way, { birthDate }: Question): string {
  const first = leading(way);
  if (first?.kind !== 'computed') return '';
  const what = first.lines.map(lineName).join('，加上') + (isDerived(first) ? '（单价是推算的）' : '');
  if (way.payment.bothYears) return `出生那一年和今年一起${pay}（${what}），从出生那天起能报。`;
  if (way.prices.length > 1) return `${pay}的是${what}的。`;
  return `${birthDate ? `从出生起${pay}：` : `${pay}的是：`}${what}。`;
}
