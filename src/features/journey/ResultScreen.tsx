import { Suspense } from 'react';
import { ledgerOf } from '#cities';
import { askedQuestions, conclusionOf, optionsOf } from '#journeys';
import { useTicks } from '#platform';
import type { Conclusion } from '#policy/types.ts';
import {
  Actions,
  Blocks,
  Cell,
  CellGroup,
  Origin,
  Page,
  PrimaryButton,
  preload,
  RichText,
  useLoaded,
  WipeButton,
} from '#ui';
import { frameOf } from './frame.ts';
import type { Journey } from './types.ts';
import { WayCell } from './WayCell.tsx';

/** So many that the button is still seen on a small phone without scrolling. */
const WAYS_BEFORE_BUTTON = 4;

/** The way that fits the answers: what it is, how to go it, what comes after; and every answer, to be changed. */
export function ResultScreen({ journey }: { journey: Journey }) {
  const { city, graph, answers } = journey;
  const ticks = useTicks(`${city.id}/${graph.id}`);
  const conclusion = conclusionOf(graph, answers);
  if (!conclusion) throw new Error(`${city.id}/${graph.id}: no conclusion for ${JSON.stringify(answers)}`);
  const { title, lead, tone, next, ways, blocks } = conclusion;
  const here = `/${city.id}/`;
  const general = blocks.map((block) => ('at' in block ? block.at : undefined)).find(Boolean);
  // Where the next thing is the best way itself, its button stands above the list of all, else below: first this, then that.
  const leads = next.to === `${here}${ways[0]}/`;
  const before = leads ? 0 : WAYS_BEFORE_BUTTON;
  return (
    <Page {...frameOf(journey)} title={title} lead={<RichText text={lead} />}>
      <Ways journey={journey} all={ways} from={0} to={before} title={headingOf(conclusion)} />
      <Actions>
        <PrimaryButton to={next.to}>{next.label}</PrimaryButton>
      </Actions>
      <Ways
        journey={journey}
        all={ways}
        from={leads && ways.length === 1 ? 1 : before}
        title={tone === 'not' ? '可以看看这些' : leads ? '全部办法' : '还可以看'}
      />
      {blocks.length > 0 && (
        <div className="wa-section">
          <Blocks blocks={blocks} ticks={ticks} at={general} />
          <Origin at={general && { ...general, part: '' }} />
        </div>
      )}
      <Given journey={journey} />
      <WipeButton onWipe={journey.forget} ledger={ledgerOf(city.id)} />
    </Page>
  );
}

const loadWay = async (city: string, way: string) => {
  const [group = '', id = ''] = way.split('/');
  return (await import('#cities')).loadGuide(city, group, id);
};

/** Fetches what a conclusion lists, ahead of it. @param ways `group/id`, with a space between */
export function warm(city: string, ways: string): void {
  for (const way of ways.split(' ')) void preload(loadWay, city, way);
}

interface WaysProps {
  journey: Journey;
  /** `group/id` of every way of the conclusion, best first. */
  all: readonly string[];
  from: number;
  to?: number;
  title: string;
}

/** Some of the ways, as links to their guides. */
function Ways({ journey, all, from, to, title }: WaysProps) {
  const ways = all.slice(from, to);
  if (ways.length === 0) return null;
  return (
    <Suspense fallback={<p className="wa-opening">正在取办法……</p>}>
      <CellGroup title={title}>
        <WayCells city={journey.city.id} ways={ways} />
      </CellGroup>
    </Suspense>
  );
}

function WayCells({ city, ways }: { city: string; ways: readonly string[] }) {
  // All at once, not one after the other.
  warm(city, ways.join(' '));
  return ways.map((way) => <Way key={way} city={city} way={way} />);
}

function Way({ city, way }: { city: string; way: string }) {
  const guide = useLoaded(loadWay, city, way);
  return guide && <WayCell city={city} way={way} title={guide.title} hint={guide.hint} />;
}

const headingOf = ({ tone, ways }: Conclusion): string => {
  if (tone === 'not') return '可以看看这些';
  return ways.length > 1 ? '选一种办法（最省事的在前）' : '怎么办';
};

/** All that was answered; each line leads to its question and, after the change, back here. */
function Given({ journey }: { journey: Journey }) {
  const { graph, answers, go, filled } = journey;
  return (
    <CellGroup title="你的选择（点一行修改）">
      {askedQuestions(graph, answers).map((question) => {
        const chosen = optionsOf(question, answers).find(({ value }) => value === answers[question.id]);
        return (
          <Cell
            key={question.id}
            title={question.short}
            desc={filled(question.id) ? `${chosen?.label}（已填，来自“我的孩子”）` : chosen?.label}
            value="修改"
            onClick={() => go(question.id, true)}
          />
        );
      })}
    </CellGroup>
  );
}
