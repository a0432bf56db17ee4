import { useMemo } from 'react';
import type { CityInfo, CityModule, Tool } from '#cities';
import { type Deadline, daysBetween, yearOf } from '#engine';
import type { IsoDate } from '#policy/types.ts';
import {
  Actions,
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
  Stale,
  useShare,
} from '#ui';
import { Computed } from './Computed.tsx';
import { Late, Open } from './NewbornWays.tsx';
import { hukouMatters, type Newborn, type NewbornAnswer, newbornAnswer } from './newborn.ts';
import { PolicyWords } from './PolicyWords.tsx';
import { dayIn, deadlineSum, payWord, problemWords, weekday } from './words.ts';
import './dates.css';

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
  useShare(async () => (await import('./share.ts')).newbornOffer(info.pay, answer, child.birthDate, today));
  return (
    <Page
      title={headline(answer, isOlder(child, today))}
      docTitle={`${info.name}新生儿参保倒计时：结果`}
      city={info.name}
      above={{ text: `${info.name}少儿医保`, to: `/${info.id}/` }}
      footer={{ hotlines: info.hotlines, rulesYear: today.slice(0, 4) }}
    >
      <Answer info={info} tool={tool} answer={answer} child={child} today={today} />
      <CellGroup title="你填的（点一行修改）">
        <Cell
          title="出生日期"
          desc={`${formatDate(child.birthDate)}（已填，来自“我的孩子”）`}
          value="修改"
          onClick={onEdit}
        />
        {hukouMatters(module.policy) && (
          <Cell
            title="户籍"
            desc={child.localHukou ? `${info.name}户籍` : `不是${info.name}户籍`}
            value="修改"
            onClick={onEdit}
          />
        )}
      </CellGroup>
      <Stale day={'figures' in answer ? firstRecheck(answer.figures) : undefined} />
      <CellGroup title="接下来">
        {tool.related.map(({ label, to }) => (
          <Cell key={to} title={label} to={to} />
        ))}
      </CellGroup>
    </Page>
  );
}

/** Where the green button leads: with the answers that are known here, or to what is left once the window is over. */
function nextOf(tool: Tool, answer: NewbornAnswer, { localHukou }: Newborn): Tool['next'] {
  if (answer.kind === 'late') return (answer.guardian && tool.guardian?.next) ?? tool.late ?? tool.next;
  if (answer.kind !== 'open' || !tool.answered) return tool.next;
  return { ...tool.next, to: `${tool.next.to}?${tool.answered[localHukou ? 'local' : 'other']}` };
}

/** No window of any rule reaches that far. */
const isOlder = ({ birthDate }: Newborn, today: IsoDate): boolean => daysBetween(birthDate, today) > 366;

/** @param older whatever the rules of that year were */
function headline(answer: NewbornAnswer, older: boolean): string {
  switch (answer.kind) {
    case 'open': {
      const days = (answer.sooner ?? answer).daysLeft;
      return days === 0 ? '今天是最后一天' : `还剩 ${days} 天`;
    }
    case 'late':
      return `已经过期 ${answer.daysPast} 天`;
    case 'refused':
      return older ? '已经不是新生儿' : refusalWords(answer.reason, '').title;
    case 'error':
      return '有一项要改一下';
  }
}

interface AnswerProps {
  info: CityInfo;
  tool: Tool;
  answer: NewbornAnswer;
  child: Newborn;
  today: IsoDate;
}

function Answer({ info, tool, answer, child, today }: AnswerProps) {
  const city = info.id;
  const next = nextOf(tool, answer, child);
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
          {isOlder(child, today) ? (
            <p>新生儿的期限早过了，不用再看：按普通参保办。</p>
          ) : (
            <>
              <p>{text}</p>
              <p>{ask}</p>
            </>
          )}
        </Notice>
        {button}
      </>
    );
  }
  const { deadline, figures } = answer;
  const last = deadline.newborn;
  const sooner = answer.kind === 'open' ? answer.sooner : undefined;
  const shown = sooner?.deadline ?? deadline;
  const name = answer.kind === 'late' ? '期限的最后一天' : sooner ? '稳妥起见，最晚' : '最晚在这天登记并缴费';
  return (
    <>
      <section className="wa-card dates-main" aria-live="polite">
        <p className="dates-name">{name}</p>
        <p>
          <Computed
            city={city}
            big
            text={formatDate(shown.newborn)}
            label="新生儿参保的最后一天"
            how={deadlineSum(child.birthDate, shown)}
            figures={sooner ? [shown.rule] : figures}
          />{' '}
          <span className="dates-weekday">{weekday(shown.newborn)}</span>
        </p>
        {sooner && (
          <p>
            （另一种说法到
            <Computed
              city={city}
              text={dayIn(last, yearOf(shown.newborn))}
              label="新生儿参保的最后一天，另一种说法"
              how={deadlineSum(child.birthDate, deadline)}
              figures={figures}
            />
            ）
          </p>
        )}
        <p className="dates-sentence">
          {answer.kind === 'open' ? openSentence(payWord(city), answer) : <LateSentence tool={tool} answer={answer} />}
        </p>
      </section>
      {button}
      <Readings hotline={info.hotlines[0]?.name} answer={answer} today={today} />
      {tool.eligible && !child.localHukou && (
        <div className="wa-section">
          <PolicyWords words={tool.eligible} />
        </div>
      )}
      {answer.kind === 'open' ? (
        <Open city={city} tool={tool} answer={answer} today={today} />
      ) : (
        <Late city={city} tool={tool} answer={answer} today={today} />
      )}
    </>
  );
}

function LateSentence({ tool, answer }: { tool: Tool; answer: Extract<NewbornAnswer, { kind: 'late' }> }) {
  if (answer.guardian && tool.guardian) return <RichText text={tool.guardian.text} />;
  return tool.over?.items.map((item) => <RichText key={item} text={item} />);
}

function openSentence(pay: string, { ways, opens }: Extract<NewbornAnswer, { kind: 'open' }>): string {
  if (opens) return `今天还不行：${formatDate(opens.payment.payDate)}起付款，才能按这条规定从出生那天起报。`;
  return ways.length > 1
    ? `还在期限里，但年份已经变了：想从出生那天起报，要连出生那一年的一起${pay}。`
    : `今天${pay}好，从出生那天起的费用都能报。`;
}

interface ReadingsProps {
  hotline: string | undefined;
  answer: Extract<NewbornAnswer, { kind: 'open' | 'late' }>;
  today: IsoDate;
}

/** Where the rule can be read two ways: both last days, and what to do about it. */
function Readings({ hotline, answer, today }: ReadingsProps) {
  const { deadline, others } = answer;
  const last = deadline.newborn;
  const ask = `今天就办，并${hotline ? `打 ${hotline}` : '向医保经办窗口'}问清楚。`;
  const year = yearOf(today);
  return others.map(({ reading, last: other, deadline: otherwise }) => {
    const [mine, theirs] = [termOf(deadline), termOf(otherwise)];
    const [past, pastDay, open, openDay] = other < last ? [theirs, other, mine, last] : [mine, last, theirs, other];
    return (
      <div key={reading.id} className="dates-other">
        <Notice tone="warn">
          {openDay < today
            ? '两种说法的期限都已经过了。'
            : pastDay < today
              ? `按“${past}”的说法${dayIn(pastDay, year)}已过；按“${open}”的说法${leftWords(daysBetween(today, openDay))}。${ask}`
              : `${reading.title}有两种说法：按“${bare(reading.taken)}”，最后一天是${formatDate(last)}；按“${bare(reading.other)}”，最后一天是${formatDate(other)}。请按早的这天办。`}
        </Notice>
      </div>
    );
  });
}

const termOf = ({ rule: { dated, parameter } }: Deadline): string => formatValue(dated.value, parameter.unit);

const leftWords = (days: number): string => (days === 0 ? '今天是最后一天' : `还剩 ${days} 天`);

const bare = (sentence: string): string => sentence.replace(/。$/, '');
