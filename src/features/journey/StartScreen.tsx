import { ledgerOf } from '#cities';
import { nextQuestion } from '#journeys';
import type { Guide } from '#policy/types.ts';
import { Cell, CellGroup, carried, Page, ProgressText, RichText, useLoaded, WipeButton } from '#ui';
import { Choose } from './Choose.tsx';
import { frameOf } from './frame.ts';
import { inOrder, progressOf } from './screens.ts';
import type { Journey } from './types.ts';
import { WayCell } from './WayCell.tsx';

/** What the list shows of every guide of the group. */
const load = carried('group', async (city: string, group: string) => {
  const { loadGroup } = await import('#cities');
  const guides = await loadGroup(city, group as Guide['group']);
  return guides.map(({ id, title, hint }) => ({ group, id, title, hint }));
});

/** The page one lands on: what it is about, the first question, and every guide for those who know what they want. */
export function StartScreen({ journey }: { journey: Journey }) {
  const { city, graph, answers, go } = journey;
  const guides = inOrder(useLoaded(load, city.id, graph.id), graph);
  const [first] = graph.questions;
  const begun = Object.keys(answers).length > 0;
  const finished = begun && nextQuestion(graph, answers) === undefined;
  const fromChild = Object.keys(answers).every(journey.filled);
  const progress = progressOf(graph, {}, 'start');
  return (
    <Page {...frameOf(journey)} title={graph.title} lead={<RichText text={graph.lead} />}>
      {progress && <ProgressText {...progress} />}
      {first && <Choose question={first} journey={journey} first />}
      {finished && (
        <CellGroup>
          <Cell
            icon="check"
            title={fromChild ? '直接看结果' : '看上次的结果'}
            desc={fromChild ? '按“我的孩子”里填的' : '你在这台手机上选的还在'}
            onClick={() => go('result')}
          />
        </CellGroup>
      )}
      <CellGroup title="或者直接看办法">
        {guides.map(({ group, id, title, hint }) => (
          <WayCell key={id} city={city.id} way={`${group}/${id}`} title={title} hint={hint} />
        ))}
      </CellGroup>
      {begun && <WipeButton onWipe={journey.forget} ledger={ledgerOf(city.id)} />}
    </Page>
  );
}
