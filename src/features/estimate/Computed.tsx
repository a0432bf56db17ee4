import type { ReactNode } from 'react';
import type { CityModule } from '#cities';
import { type Fen, formatMoney, type Policy, type ReadingEffect, type Settled } from '#engine';
import {
  Actions,
  Amount,
  Breakdown,
  type BreakdownLine,
  explainStep,
  Figure,
  formatYuan,
  group,
  SplitBar,
  spokenYuan,
} from '#ui';
import { Comparison } from './Comparison.tsx';
import { Remarks } from './Remarks.tsx';
import { Formula, useExplainResult } from './TraceFigure.tsx';
import type { Journey } from './types.ts';
import './estimate.css';

interface ComputedProps {
  city: CityModule;
  journey: Journey;
  outcome: Settled;
  readings: readonly ReadingEffect[];
  next: ReactNode;
}

export function Computed({ city, journey, outcome, readings, next }: ComputedProps) {
  return (
    <>
      <Summary city={journey.city.id} outcome={outcome} year={journey.year} />
      <Actions>{next}</Actions>
      <Remarks journey={journey} remarks={outcome.remarks} />
      <HowComputed city={journey.city.id} outcome={outcome} />
      <Comparison city={city} journey={journey} self={outcome.self} />
      <Readings policy={city.policy} readings={readings} />
    </>
  );
}

/** The two amounts, the bar, one sentence. */
export function Summary({ city, outcome, year }: { city: string; outcome: Settled; year: number }) {
  const explain = useExplainResult(city, outcome, year);
  const paid = formatMoney(outcome.fund + outcome.critical);
  const self = formatMoney(outcome.self);
  return (
    <section className="wa-card est-summary" aria-live="polite">
      <div className="est-pair">
        <p>
          <span className="est-name">医保约付</span>
          <Figure big text={formatYuan(paid)} spoken={spokenYuan(paid)} label="医保约付怎么算的" explain={explain} />
        </p>
        <p>
          <span className="est-name">自己约付</span>
          <Figure big text={formatYuan(self)} spoken={spokenYuan(self)} label="自己约付怎么算的" explain={explain} />
        </p>
      </div>
      <SplitBar fundLabel="医保付" ownLabel="自己付" fund={paid} own={self} />
      <p className="est-sentence">{sentence(outcome)}</p>
    </section>
  );
}

const inWords = (fen: Fen): string => `${group(formatMoney(fen))} 元`;

function sentence({ bill, fund, critical, self }: Settled): string {
  if (bill === 0) return '这次没有费用。';
  if (fund + critical === 0) return `一共 ${inWords(bill)}，这次医保不付，全部自己付。原因看下面。`;
  const layers = `基本医保付 ${inWords(fund)}${critical > 0 ? `，大病保险再付 ${inWords(critical)}` : ''}`;
  return `一共 ${inWords(bill)}，${layers}，自己付 ${inWords(self)}。`;
}

function HowComputed({ city, outcome }: { city: string; outcome: Settled }) {
  const lines: BreakdownLine[] = outcome.steps.flatMap((step, place) => {
    const words = explainStep(step);
    if (!words || step.op === 'self') return [];
    const note = (
      <>
        <Formula city={city} step={words} />
        {words.note && <span className="est-note">{words.note}</span>}
      </>
    );
    return [{ id: `${place}${step.op}`, label: words.title, note, value: words.result }];
  });
  return (
    <>
      <section className="wa-section">
        <h2 className="wa-section-title">怎么算的（点绿色数字看依据）</h2>
        <div className="wa-card est-lines">
          <Breakdown label="计算过程" lines={lines} />
        </div>
      </section>
      <section className="wa-section">
        <h2 className="wa-section-title">谁付多少</h2>
        <div className="wa-card est-lines">
          <Breakdown label="谁付多少" lines={payers(outcome)} />
        </div>
      </section>
    </>
  );
}

function payers({ bill, fund, critical, self }: Settled): BreakdownLine[] {
  const amount = (fen: number) => <Amount value={formatMoney(fen)} />;
  return [
    { id: 'fund', label: '基本医保付', value: amount(fund) },
    ...(critical > 0 ? [{ id: 'critical', label: '大病保险付', value: amount(critical) }] : []),
    { id: 'self', label: '自己付', note: '起付线、比例以外的部分、自费都在里面', value: amount(self) },
    { id: 'bill', label: '总费用', value: amount(bill), total: true },
  ];
}

/** Where the sources can be read two ways: what was taken, and by how much the other would change this answer. */
function Readings({ policy, readings }: { policy: Policy; readings: readonly ReadingEffect[] }) {
  const shown = readings.flatMap((effect) => {
    const reading = policy.readings.find(({ id }) => id === effect.reading);
    return reading ? [{ reading, effect }] : [];
  });
  if (shown.length === 0) return null;
  return (
    <section className="wa-section">
      <h2 className="wa-section-title">说法不一的地方</h2>
      <ul className="est-readings">
        {shown.map(({ reading, effect }) => (
          <li key={reading.id} className="wa-card">
            <h3>{reading.title}</h3>
            <p>这里：{reading.taken}</p>
            <p>
              如果：{reading.other} <strong>{difference(effect)}</strong>
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}

function difference({ selfMore, outcome }: ReadingEffect): string {
  if (selfMore === 0) return `这次付的不变，今年的门诊限额还剩 ${inWords(outcome.outpatientLeft)}。`;
  return `自己会${selfMore > 0 ? '多' : '少'}付 ${inWords(Math.abs(selfMore))}。`;
}
