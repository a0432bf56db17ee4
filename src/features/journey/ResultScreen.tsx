import { Suspense } from 'react';
import { loadGuide } from '#cities';
import { askedQuestions, conclusionOf, optionsOf } from '#journeys';
import { useTicks } from '#platform';
import type { Conclusion } from '#policy/types.ts';
import { Actions, Blocks, Cell, CellGroup, Page, PrimaryButton, RichText, useLoaded } from '#ui';
import { frameOf } from './frame.ts';
import type { Journey } from './types.ts';
import { WayCell } from './WayCell.tsx';
import { WipeButton } from './WipeButton.tsx';

/** The way that fits the answers: what it is, how to go it, what comes after; and every answer, to be changed. */
export function ResultScreen({ journey }: { journey: Journey }) {
  const { city, graph, answers } = journey;
  const ticks = useTicks(`${city.id}/${graph.id}`);
  const conclusion = conclusionOf(graph, answers);
  if (!conclusion) throw new Error(`${city.id}/${graph.id}: no conclusion for ${JSON.stringify(answers)}`);
  const { title, lead, next, ways, blocks } = conclusion;
  const here = `/${city.id}/`;
  // Where the next thing is the best way itself, its button stands above the list, else below: first this, then that.
  const leads = next.to === `${here}${ways[0]}/`;
  const button = (
    <Actions>
      <PrimaryButton to={next.to}>{next.label}</PrimaryButton>
    </Actions>
  );
  return (
    <Page {...frameOf(journey)} title={title} lead={<RichText text={lead} />}>
      {leads && button}
      <Suspense fallback={<p className="wa-opening">正在取办法……</p>}>
        <Ways journey={journey} conclusion={conclusion} rest={leads} />
      </Suspense>
      {!leads && button}
      {blocks.length > 0 && (
        <div className="wa-section">
          <Blocks blocks={blocks} ticks={ticks} />
        </div>
      )}
      <Given journey={journey} />
      <WipeButton forget={journey.forget} />
    </Page>
  );
}

const loadWays = async (city: string, ways: string) => {
  const guides = await Promise.all(
    ways.split(' ').map((way) => {
      const [group = '', id = ''] = way.split('/');
      return loadGuide(city, group, id);
    }),
  );
  return guides.filter((guide) => guide !== undefined);
};

function Ways({ journey, conclusion, rest }: { journey: Journey; conclusion: Conclusion; rest: boolean }) {
  const { city } = journey;
  const ways = rest ? conclusion.ways.slice(1) : conclusion.ways;
  const guides = useLoaded(loadWays, city.id, conclusion.ways.join(' ')).filter(({ group, id }) =>
    ways.includes(`${group}/${id}`),
  );
  if (guides.length === 0) return null;
  return (
    <CellGroup title={headingOf(conclusion, rest)}>
      {guides.map(({ group, id, title, hint }) => (
        <WayCell key={`${group}/${id}`} city={city.id} way={`${group}/${id}`} title={title} hint={hint} />
      ))}
    </CellGroup>
  );
}

function headingOf({ tone, ways }: Conclusion, rest: boolean): string {
  if (tone === 'not') return '可以看看这些';
  if (rest) return '还可以看';
  return ways.length > 1 ? '怎么办（合适的排在前面）' : '怎么办';
}

/** All that was answered; each line leads to its question and, after the change, back here. */
function Given({ journey }: { journey: Journey }) {
  const { graph, answers, go } = journey;
  return (
    <CellGroup title="你的选择（点一行修改）">
      {askedQuestions(graph, answers).map((question) => {
        const chosen = optionsOf(question, answers).find(({ value }) => value === answers[question.id]);
        return (
          <Cell
            key={question.id}
            title={question.short}
            desc={chosen?.label}
            value="修改"
            onClick={() => go(question.id, true)}
          />
        );
      })}
    </CellGroup>
  );
}
