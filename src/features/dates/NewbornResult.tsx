import { useMemo } from 'react';
import type { CityInfo, CityModule, Tool } from '#cities';
import { addDays } from '#engine';
import type { IsoDate } from '#policy/types.ts';
import { Actions, Cell, CellGroup, formatDate, Notice, Page, PrimaryButton, useShare } from '#ui';
import { Computed } from './Computed.tsx';
import { Prices } from './Fee.tsx';
import { hukouMatters, type Newborn, type NewbornAnswer, newbornAnswer, type OtherDay, type Way } from './newborn.ts';
import { Span } from './Span.tsx';
import { deadlineSum, problemWords, refusalWords, weekday } from './words.ts';

interface Props {
  info: CityInfo;
  tool: Tool;
  module: CityModule;
  child: Newborn;
  today: IsoDate;
  onEdit: () => void;
}

/** The last day first, then what a payment today buys, then what the day after changes. */
export default function NewbornResult({ info, tool, module, child, today, onEdit }: Props) {
  const answer = useMemo(() => newbornAnswer(module, child, today), [module, child, today]);
  useShare(async () => (await import('./share.ts')).newbornOffer(answer, child.birthDate, today));
  const next = answer.kind === 'late' ? (tool.late ?? tool.next) : tool.next;
  return (
    <Page
      title={headline(answer)}
      docTitle={`${info.name}新生儿参保倒计时：结果`}
      city={info.name}
      above={{ text: `${info.name}少儿医保`, to: `/${info.id}/` }}
      footer={{ hotlines: info.hotlines, rulesYear: today.slice(0, 4) }}
    >
      <Answer city={info.id} tool={tool} answer={answer} child={child} next={next} today={today} />
      <CellGroup title="你填的（点一行修改）">
        <Cell title="出生日期" desc={formatDate(child.birthDate)} value="修改" onClick={onEdit} />
        {hukouMatters(module.policy) && (
          <Cell
            title="户籍"
            desc={child.localHukou ? `${info.name}户籍` : `不是${info.name}户籍`}
            value="修改"
            onClick={onEdit}
          />
        )}
      </CellGroup>
      <CellGroup title="接下来">
        {tool.related.map(({ label, to }) => (
          <Cell key={to} title={label} to={to} />
        ))}
      </CellGroup>
    </Page>
  );
}

function headline(answer: NewbornAnswer): string {
  switch (answer.kind) {
    case 'open':
      return answer.daysLeft === 0 ? '今天是最后一天' : `还剩 ${answer.daysLeft} 天`;
    case 'late':
      return `已经过期 ${answer.daysPast} 天`;
    case 'refused':
      return refusalWords(answer.reason, '').title;
    case 'error':
      return '有一项要改一下';
  }
}

interface AnswerProps {
  city: string;
  tool: Tool;
  answer: NewbornAnswer;
  child: Newborn;
  next: Tool['next'];
  today: IsoDate;
}

function Answer({ city, tool, answer, child, next, today }: AnswerProps) {
  const button = (
    <Actions>
      <PrimaryButton to={next.to}>{next.label}</PrimaryButton>
    </Actions>
  );
  if (answer.kind === 'error') return <Notice tone="warn">{problemWords(answer.problem)}</Notice>;
  if (answer.kind === 'refused') {
    const { text, ask } = refusalWords(answer.reason, `${formatDate(child.birthDate)}出生的孩子`);
    return (
      <>
        <Notice>
          <p>{text}</p>
          <p>{ask}</p>
        </Notice>
        {button}
      </>
    );
  }
  const { deadline, figures, others } = answer;
  const last = deadline.newborn;
  return (
    <>
      <section className="wa-card dates-main" aria-live="polite">
        <p className="dates-name">{answer.kind === 'open' ? '最晚在这天登记并缴费' : '期限的最后一天'}</p>
        <p>
          <Computed
            city={city}
            big
            text={formatDate(last)}
            label="新生儿参保的最后一天"
            how={deadlineSum(child.birthDate, deadline)}
            figures={figures}
          />{' '}
          <span className="dates-weekday">{weekday(last)}</span>
        </p>
        <p className="dates-sentence">
          {answer.kind === 'open'
            ? openSentence(answer)
            : '现在参保按普通参保算，不再从出生那天起报；出生以来已经花的费用补不回来。'}
        </p>
      </section>
      {button}
      <Others others={others} last={last} />
      {answer.kind === 'open' ? (
        <Open city={city} tool={tool} answer={answer} today={today} />
      ) : (
        <Late city={city} answer={answer} />
      )}
    </>
  );
}

function openSentence({ ways, opens }: Extract<NewbornAnswer, { kind: 'open' }>): string {
  if (opens) return `今天还不行：${formatDate(opens.payment.payDate)}起付款，才能按这条规定从出生那天起报。`;
  return ways.length > 1
    ? '还在期限里，但年份已经变了：想从出生那天起报，要连出生那一年的一起交。'
    : '今天交好，从出生那天起的费用都能报。';
}

/** One payment: from when to when it covers, and what it costs. */
function WayCard({ city, title, way }: { city: string; title: string; way: Way }) {
  return (
    <section className="wa-card dates-way">
      <h3 className="wa-block-title">{title}</h3>
      <Span city={city} coverage={way.coverage} payDate={way.payment.payDate} />
      {way.coverage.kind === 'error' ? null : <Prices city={city} prices={way.prices} />}
    </section>
  );
}

function Open({
  city,
  tool,
  answer,
  today,
}: {
  city: string;
  tool: Tool;
  answer: Extract<NewbornAnswer, { kind: 'open' }>;
  today: IsoDate;
}) {
  const { after, deadline, opens } = answer;
  const ways = opens ? [opens] : answer.ways;
  const titleOf = ({ payment }: Way) => {
    if (ways.length > 1) return payment.bothYears ? '连出生那一年一起交' : '只交今年的';
    return payment.payDate === today ? `今天（${formatDate(today)}）交` : `${formatDate(payment.payDate)}交`;
  };
  return (
    <section className="wa-section">
      <h2 className="wa-section-title">{ways.length > 1 ? '现在有两种交法' : opens ? '等到那天交' : '现在交'}</h2>
      <div className="dates-cards">
        {ways.map((way) => (
          <WayCard key={String(way.payment.bothYears)} city={city} title={titleOf(way)} way={way} />
        ))}
        {ways.length > 1 && tool.bothYears && (
          <ul className="wa-cells">
            <Cell title={tool.bothYears.label} desc="补缴只能到办税服务厅线下办" to={tool.bothYears.to} />
          </ul>
        )}
      </div>
      <h2 className="wa-section-title dates-after">过了最后一天</h2>
      <WayCard city={city} title={`${formatDate(addDays(deadline.newborn, 1))}才交`} way={after} />
    </section>
  );
}

function Late({ city, answer }: { city: string; answer: Extract<NewbornAnswer, { kind: 'late' }> }) {
  const { now, nextYear } = answer;
  return (
    <section className="wa-section">
      <h2 className="wa-section-title">现在还可以</h2>
      <div className="dates-cards">
        <WayCard city={city} title="今天交" way={now} />
        {nextYear && <WayCard city={city} title={`交 ${nextYear.payment.year} 年的`} way={nextYear} />}
      </div>
    </section>
  );
}

function Others({ others, last }: { others: OtherDay[]; last: IsoDate }) {
  return others.map(({ reading, last: other }) => (
    <div key={reading.id} className="dates-other">
      <Notice tone="warn">
        {reading.title}有两种说法。这里按“{bare(reading.taken)}”；如果按“{bare(reading.other)}”，最后一天是{' '}
        {formatDate(other)}
        {other < last ? '，请按早的这天办。' : '。'}
      </Notice>
    </div>
  ));
}

const bare = (sentence: string): string => sentence.replace(/。$/, '');
