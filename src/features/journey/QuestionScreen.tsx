import type { Question } from '#policy/types.ts';
import { offerOfStep, Page, ProgressText, RichText, useShare } from '#ui';
import { Choose } from './Choose.tsx';
import { frameOf } from './frame.ts';
import { progressOf } from './screens.ts';
import type { Journey } from './types.ts';

/** One question, one group of radios, one green button. */
export function QuestionScreen({ question, journey }: { question: Question; journey: Journey }) {
  const { graph, answers, at, editing } = journey;
  useShare(() => offerOfStep(graph));
  const progress = editing ? undefined : progressOf(graph, answers, at);
  return (
    <Page {...frameOf(journey)} title={question.title} lead={<RichText text={question.hint} />}>
      {progress && <ProgressText {...progress} />}
      <Choose question={question} journey={journey} />
    </Page>
  );
}
