import { optionsOf } from '#journeys';
import type { Question } from '#policy/types.ts';
import { Page, ProgressText, QuestionForm, RichText } from '#ui';
import { progressOf } from './screens.ts';
import { useEstimate } from './store.ts';
import type { Journey } from './types.ts';

/** One question, one group of radios, one green button. */
export function QuestionScreen({ question, journey }: { question: Question; journey: Journey }) {
  const { asking, answers, editing, frame } = journey;
  const progress = editing ? undefined : progressOf(asking, answers, question.id);
  return (
    <Page {...frame} title={question.title} lead={<RichText text={question.hint} />}>
      {progress && <ProgressText {...progress} />}
      <Choose question={question} journey={journey} />
    </Page>
  );
}

export function Choose({ question, journey, first }: { question: Question; journey: Journey; first?: boolean }) {
  const { city, answers, editing, onward, back, filled } = journey;
  const answer = useEstimate((state) => state.answer);
  return (
    <QuestionForm
      question={question}
      options={optionsOf(question, answers)}
      answer={answers[question.id]}
      source={filled(question.id)}
      first={first}
      editing={editing}
      onAnswer={(value) => answer(city.id, question, value)}
      onward={onward}
      back={back}
    />
  );
}
