import { type Fen, formatMoney, type Settled } from '#engine';
import { type Difference, eligibleOf, ownOf, type SlipCheck, type SlipLines } from '#journeys';
import type { SlipFile } from '#policy/types.ts';
import {
  Actions,
  Amount,
  Breakdown,
  type BreakdownLine,
  CopyButton,
  Notice,
  PrimaryButton,
  RichText,
  refusalWords,
  SecondaryButton,
} from '#ui';
import { HowComputed } from '../HowComputed.tsx';
import type { Journey } from '../types.ts';
import { isOfYear, problemWords, screenOfField } from '../words.ts';
import { Causes } from './Causes.tsx';
import styles from './slip.css?inline';
import { basisOf, isGuess, isOnSlip, isRounding, LINES, lessOrMore, questionWords, yuan } from './words.ts';

interface CheckedProps {
  journey: Journey;
  slip: SlipFile;
  lines: SlipLines;
  check: SlipCheck;
}

export function Checked(props: CheckedProps) {
  return (
    <>
      <style>{styles}</style>
      <Body {...props} />
    </>
  );
}

function Body({ journey, slip, lines, check }: CheckedProps) {
  const { city, graph, answers, go, year } = journey;
  switch (check.kind) {
    case 'error':
      return (
        <>
          <Notice tone="warn">{problemWords(check.problem)}</Notice>
          <Actions>
            <PrimaryButton onClick={() => go(screenOfField(graph, answers, check.field), true)}>
              去改这一项
            </PrimaryButton>
          </Actions>
        </>
      );
    case 'notComputable': {
      const { title, text, ask } = refusalWords(check.reason, `${year} 年`);
      return (
        <>
          <Notice>
            <p>{title}。</p>
            <p>{text}</p>
            <p>{ask}</p>
          </Notice>
          <Actions>
            {isOfYear(check.reason) ? (
              <PrimaryButton onClick={() => go('year', true)}>换一个年份</PrimaryButton>
            ) : (
              <PrimaryButton to={`/${city.id}/help/`}>看遇到问题怎么办</PrimaryButton>
            )}
          </Actions>
        </>
      );
    }
    case 'agrees':
      return (
        <>
          <p className="slip-lead">
            填的每一行，和{basisOf(check).full}一分不差，可以放心。
            {check.meant && '没弄清的那一项，也因此有了答案：看下面“怎么算的”。'}
          </p>
          <Lines lines={lines} check={check} />
          <NextTime city={city.id} outcome={check.settlement.outcome} />
        </>
      );
    case 'unbalanced':
      return (
        <>
          <p className="slip-lead">
            这几行加起来比总费用{check.by > 0 ? '多' : '少'} {yuan(Math.abs(check.by))}
            。先把这个差额找出来：是不是有一行抄错了，或者还有“医疗救助”“其他支付”这样的行没有算进来？
          </p>
          <Lines lines={lines} check={check} />
          <Actions>
            <PrimaryButton onClick={() => go('costs', true)}>去改单子上的数</PrimaryButton>
          </Actions>
        </>
      );
    case 'differs':
      if (!isRounding(check)) return <Differs journey={journey} slip={slip} lines={lines} check={check} />;
      return (
        <>
          <p className="slip-lead">差的 1 分是取整的办法不同，不用去问。</p>
          <Lines lines={lines} check={check} />
          <NextTime city={city.id} outcome={check.settlement.outcome} />
        </>
      );
  }
}

const NextTime = ({ city, outcome }: { city: string; outcome: Settled }) => (
  <>
    <Actions>
      <PrimaryButton to={`/${city}/estimate/`}>算算下一次能报多少</PrimaryButton>
    </Actions>
    <HowComputed city={city} outcome={outcome} />
  </>
);

function Differs({
  journey,
  slip,
  lines,
  check,
}: Omit<CheckedProps, 'check'> & { check: Extract<SlipCheck, { kind: 'differs' }> }) {
  const { settlement, exact } = check;
  const [first] = exact;
  const guide = isOnSlip(first) ? undefined : first?.found[0]?.cause.to;
  return (
    <>
      <p className="slip-lead">{summary(check)}</p>
      <Lines lines={lines} check={check} />
      <Causes journey={journey} slip={slip} check={check} />
      <Actions>
        {guide ? (
          <PrimaryButton to={guide.to}>去看“{guide.label}”</PrimaryButton>
        ) : (
          <PrimaryButton onClick={() => journey.go('costs', true)}>
            {first ? '单子上有，就去填上' : '再照单子核对一遍'}
          </PrimaryButton>
        )}
        {guide && <SecondaryButton onClick={() => journey.go('costs', true)}>改单子上的数</SecondaryButton>}
      </Actions>
      <section className="wa-section">
        <h2 className="wa-section-title">拿这段话去问医院医保办</h2>
        <div className="wa-card slip-ask">
          <p>
            <RichText text={slip.ask} />
          </p>
          <p className="slip-words">{questionWords(journey, check)}</p>
          <CopyButton text={questionWords(journey, check)}>复制这段话</CopyButton>
        </div>
      </section>
      <p className="slip-lead slip-how">按{basisOf(check).full}、照你填的情形，是这样算的：</p>
      <HowComputed city={journey.city.id} outcome={settlement.outcome} />
    </>
  );
}

function summary(check: Extract<SlipCheck, { kind: 'differs' }>): string {
  const { differences, exact } = check;
  const [line] = differences;
  const what = line
    ? `${LINES[line.line]}：单子上 ${yuan(line.typed)}，按${basisOf(check).full}是 ${yuan(line.byRules)}。`
    : '';
  const [first] = exact;
  if (!first) return `${what}试过的原因都对不到分，请带着单子去问。`;
  return `${what}${isGuess(first) ? '先看是不是' : '最可能是'}：${first.found.map(({ cause }) => cause.title).join('，并且')}。`;
}

/** The lines of the slip with what the rules have for each; and what was worked out from them. */
function Lines({ lines, check }: { lines: SlipLines; check: Extract<SlipCheck, { settlement: unknown }> }) {
  const { outcome } = check.settlement;
  const differences = check.kind === 'agrees' ? [] : check.differences;
  const rules = basisOf(check).short;
  const shown: { line: Difference['line']; typed: Fen }[] = [
    { line: 'fund', typed: lines.fund },
    ...(lines.critical > 0 || outcome.critical > 0 ? [{ line: 'critical' as const, typed: lines.critical }] : []),
    { line: 'own', typed: ownOf(lines) },
    ...(lines.deductible === undefined ? [] : [{ line: 'deductible' as const, typed: lines.deductible }]),
  ];
  const rows: BreakdownLine[] = shown.map(({ line, typed }) => {
    const found = differences.find((one) => one.line === line);
    return {
      id: line,
      label: LINES[line],
      note: found ? (
        <span className="slip-off">
          按{rules} {yuan(found.byRules)}，单子上{lessOrMore(found)}
        </span>
      ) : line === 'own' && lines.own === undefined ? (
        '没有填，是减出来的'
      ) : (
        <span className="slip-same">和{rules}一样</span>
      ),
      value: <Amount value={formatMoney(typed)} />,
    };
  });
  const total: BreakdownLine = {
    id: 'total',
    label: '总费用',
    note: derived(lines),
    value: <Amount value={formatMoney(lines.total)} />,
    total: true,
  };
  return (
    <section className="wa-card est-lines slip-lines" aria-live="polite">
      <Breakdown
        label="单子上的每一行"
        lines={[...rows, excludedRow(lines), total].filter((row) => row !== undefined)}
      />
    </section>
  );
}

const excludedRow = ({ excluded }: SlipLines): BreakdownLine | undefined =>
  excluded > 0
    ? {
        id: 'excluded',
        label: '自费（医保范围外）',
        note: '规定里医保不付，不用对',
        value: <Amount value={formatMoney(excluded)} />,
      }
    : undefined;

/** What is not on the slip but follows from it. */
function derived({ total, excluded, fee, ...lines }: SlipLines): string {
  const parts = [excluded > 0 && `自费 ${yuan(excluded)}`, fee > 0 && `诊查费 ${yuan(fee)}`].filter(Boolean);
  return parts.length > 0
    ? `减去${parts.join('、')}，医保范围内 ${yuan(eligibleOf({ total, excluded, fee, ...lines }))}`
    : '都按医保范围内算';
}

/** An amount that cannot be read: it came from elsewhere than the form. */
export function WrongInput({ journey }: { journey: Journey }) {
  return (
    <>
      <Notice tone="warn">{problemWords('notMoney')}</Notice>
      <Actions>
        <PrimaryButton onClick={() => journey.go('costs', true)}>去改单子上的数</PrimaryButton>
      </Actions>
    </>
  );
}
