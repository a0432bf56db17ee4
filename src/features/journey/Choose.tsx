import { optionsOf } from '#journeys';
import type { Question } from '#policy/types.ts';
import { QuestionForm } from '#ui';
import type { Journey } from './types.ts';

export function Choose({ question, journey, first }: { question: Question; journey: Journey; first?: boolean }) {
  const { answers, editing, answer, onward, back, filled } = journey;
  return (
    <QuestionForm
      question={question}
      options={optionsOf(question, answers)}
      answer={answers[question.id]}
      source={filled(question.id) && '“我的孩子”'}
      first={first}
      editing={editing}
      onAnswer={(value) => answer(question.id, value)}
      onward={onward}
      back={back}
    />
  );
}
