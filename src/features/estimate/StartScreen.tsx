import type { ReactNode } from 'react';
import { Cell, CellGroup, Page, RichText } from '#ui';
import { Choose } from './QuestionScreen.tsx';
import { isBillOf, reachable } from './screens.ts';
import { namesOf, useEstimate } from './store.ts';
import type { Journey } from './types.ts';

/** The page one lands on: what it is, typical bills, and the first question. */
export function StartScreen({ journey, below }: { journey: Journey; below?: ReactNode }) {
  const { city, graph, answers, amounts, frame, recording, go } = journey;
  const { receive, takeBack, setYear, foreign, aside } = useEstimate();
  const [first] = graph.questions;
  const finished = Object.keys(answers).length > 1 && reachable(graph, answers, amounts, 'result') === 'result';
  const mine = aside?.city === city.id && isBillOf(graph, aside.amounts);
  if (recording) {
    return (
      <Page
        {...frame}
        title="记一笔"
        docTitle={`${city.name}家庭账本 · 娃医保`}
        lead="照缴费单或结算单填，最后存进账本。"
      >
        {first && <Choose question={first} journey={journey} first />}
      </Page>
    );
  }
  return (
    <Page {...frame} title={graph.title} lead={<RichText text={graph.lead} />}>
      {(finished || mine) && (
        <CellGroup>
          {finished && (
            <Cell
              icon="check"
              title="看上次的结果"
              desc={foreign ? '链接里的，或者是例子' : '你上次在这台手机上填的还在'}
              onClick={() => go('result')}
            />
          )}
          {mine && (
            <Cell
              icon="child"
              title="换回我填的"
              desc="打开链接或例子以前，你在这台手机上填的"
              onClick={() => {
                takeBack();
                go('result');
              }}
            />
          )}
        </CellGroup>
      )}
      {first && <Choose question={first} journey={journey} first />}
      {graph.presets.length > 0 && (
        <CellGroup title="或者先看一个例子">
          {graph.presets.map((preset) => (
            <Cell
              key={preset.id}
              title={preset.label}
              desc={preset.hint}
              onClick={() => {
                receive(city.id, preset.answers, namesOf(graph), preset.amounts);
                setYear(0);
                go('result');
              }}
            />
          ))}
        </CellGroup>
      )}
      {below}
    </Page>
  );
}
