import { optionsOf } from '#journeys';
import type { Question } from '#policy/types.ts';
import { offerOfStep, Page, ProgressText, QuestionForm, RichText, useShare } from '#ui';
import { progressOf } from './screens.ts';
import { useEstimate } from './store.ts';
import type { Journey } from './types.ts';

/** One question, one group of radios, one green button. */
export function QuestionScreen({ question, journey }: { question: Question; journey: Journey }) {
  const { asking, answers, editing, frame } = journey;
  const progress = editing ? undefined : progressOf(asking, answers, question.id);
  useShare(() => offerOfStep(journey.graph));
  return (
    <Page {...frame} title={question.title} lead={<RichText text={question.hint} />}>
      {progress && <ProgressText {...progress} />}
      <Choose question={question} journey={journey} />
    </Page>
  );
}

export function Choose({ question, journey, first }: { question: Question; journey: Journey; first?: boolean }) {
  const { city, answers, editing, onward, back, filled } = journey;
  const { answer, begin } = useEstimate.getState();
  // Whoever answers the first question means a bill of their own, not the example that was looked at before.
  const anew = () => first && !editing && useEstimate.getState().foreign;
  return (
    <QuestionForm
      question={question}
      options={optionsOf(question, answers)}
      answer={answers[question.id]}
      source={filled(question.id)}
      first={first}
      editing={editing}
      onAnswer={(value) => (anew() ? begin : answer)(city.id, question, value)}
      onward={() => {
        const given = answers[question.id];
        if (anew() && given) begin(city.id, question, given);
        onward();
      }}
      back={back}
    />
  );
}
