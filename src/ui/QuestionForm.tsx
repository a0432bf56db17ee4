import { useState } from 'react';
import type { Option, Question } from '#policy/types.ts';
import { TextButton } from './Button.tsx';
import { ChoiceForm } from './Form.tsx';
import { RichText } from './RichText.tsx';

interface QuestionFormProps {
  question: Question;
  /** Those that are offered, given the answers so far. */
  options: readonly Option[];
  answer: string | undefined;
  /** Where the answer came from if it was not given here: `“我的孩子”`. */
  source: string | false;
  /** On the page one lands on: the question is no heading there, and nothing comes before it. */
  first?: boolean | undefined;
  /** Came from the result to change one thing. */
  editing: boolean;
  onAnswer: (value: string) => void;
  onward: () => void;
  back: () => void;
}

/** A question of a graph, on the way to its result or changed from there. */
export function QuestionForm(props: QuestionFormProps) {
  const { question, options, answer, source, first, editing, onAnswer, onward, back } = props;
  // What is changed from the result counts only when one goes on; on the way there it is kept at once, for going back.
  const [draft, setDraft] = useState<string>();
  const chosen = (editing && draft) || answer;
  return (
    <ChoiceForm
      name={question.id}
      legend={question.title}
      showLegend={first}
      options={options.map(({ note, ...option }) => ({ ...option, note: note && <RichText text={note} /> }))}
      value={chosen}
      onChange={editing ? setDraft : onAnswer}
      go={editing ? '看结果' : '下一步'}
      onGo={() => {
        if (chosen && chosen !== answer) onAnswer(chosen);
        onward();
      }}
      also={!first && <TextButton onClick={back}>{editing ? '不改了，回到结果' : '上一步'}</TextButton>}
    >
      {source && chosen === answer && <p className="wa-note-text">已按{source}填好，可以改。</p>}
    </ChoiceForm>
  );
}
