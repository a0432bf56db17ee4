/** A journey as a drawing: every question that can be asked, every answer, and where it leads. */
import { type Answers, conclusionOf, nextQuestion, optionsOf } from '#journeys';
import type { EstimateGraph, Graph, Question } from '../../src/policy/types.ts';

interface Drawing {
  title: string;
  text: string;
  /** Answers drawn: arrows from a question. */
  edges: number;
}

const isEstimate = (graph: Graph | EstimateGraph): graph is EstimateGraph => graph.id === 'estimate';

/** Mermaid takes no quotes, brackets or figures inside a label. */
const label = (text: string): string =>
  text
    .replaceAll('"', '”')
    .replace(/\[\[[^\]]*\]\]/g, '…')
    .replaceAll('`', '');

/** A question as it is asked in one situation: what follows each of its answers. Situations that go on alike are one. */
interface Asked {
  name: string;
  question: Question;
  /** By the node that follows, the words of the answers that lead there. */
  next: Map<string, string[]>;
}

/** Walks every answer to every question with the code that asks them. */
function walk(graph: Graph | EstimateGraph): { asked: Asked[]; ends: Set<string> } {
  const known = new Map<string, Asked>();
  const ends = new Set<string>();
  const endOf = (answers: Answers): string => {
    const end = isEstimate(graph) ? 'costs' : conclusionOf(graph, answers)?.id;
    if (!end) throw new Error(`${graph.id}: no conclusion for ${JSON.stringify(answers)}`);
    ends.add(end);
    return nodeName('end', end);
  };
  const visit = (answers: Answers): string => {
    const question = nextQuestion(graph, answers);
    if (!question) return endOf(answers);
    const next = new Map<string, string[]>();
    for (const { value, label: words } of optionsOf(question, answers)) {
      const to = visit({ ...answers, [question.id]: value });
      next.set(to, [...(next.get(to) ?? []), words]);
    }
    const key = JSON.stringify([question.id, [...next]]);
    const one = known.get(key) ?? { name: nodeName(`q${known.size + 1}`, question.id), question, next };
    known.set(key, one);
    return one.name;
  };
  visit({});
  return { asked: [...known.values()], ends };
}

const nodeName = (kind: string, id: string): string => `${kind}_${id.replaceAll('-', '_')}`;

function endNodes(graph: Graph | EstimateGraph, ends: ReadonlySet<string>): string[] {
  if (isEstimate(graph)) {
    const { costs, used } = graph;
    return [`  end_costs["${label(costs.title)}"] --> used["${label(used.title)}"]`, '  used --> result(["结果"])'];
  }
  return graph.conclusions
    .filter(({ id }) => ends.has(id))
    .map(({ id, title, tone }) => {
      const [open, close] = tone === 'do' ? ['(["', '"])'] : ['{{"', '"}}'];
      return `  ${nodeName('end', id)}${open}${label(title)}${close}`;
    });
}

export function drawGraph(graph: Graph | EstimateGraph, city: string, source: string): Drawing {
  const title = `${city}：${graph.title}`;
  const { asked, ends } = walk(graph);
  // The first question was found last.
  const nodes = [...asked].reverse().map(({ name, question }) => `  ${name}["${label(question.title)}"]`);
  const lines = [...asked]
    .reverse()
    .flatMap(({ name, next }) => [...next].map(([to, words]) => `  ${name} -->|"${label(words.join(' / '))}"| ${to}`));
  const text = [
    `# ${title}`,
    '',
    `Drawn by \`npm run graphs\` from \`${source}\`, walked with \`src/journeys\`. Rounded: what to do; six corners: not this way, and what else there is.`,
    '',
    '```mermaid',
    'flowchart TD',
    ...nodes,
    ...endNodes(graph, ends),
    ...lines,
    '```',
    '',
  ].join('\n');
  return { title, text, edges: lines.length };
}

export const indexOf = (drawings: readonly { file: string; title: string }[]): string =>
  [
    '# The journeys',
    '',
    'Drawn from the code by `npm run graphs`; a gate fails when they are out of date.',
    '',
    ...drawings.map(({ file, title }) => `- [${title}](${file})`),
    '',
  ].join('\n');
