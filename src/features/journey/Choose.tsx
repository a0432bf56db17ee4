import { useEffect, useRef, useState } from 'react';
import { optionsOf } from '#journeys';
import type { Question } from '#policy/types.ts';
import { Actions, ChoiceList, PrimaryButton, RichText, TextButton } from '#ui';
import type { Journey } from './types.ts';

/** The radios of one question and the green button. Choosing alone leads nowhere. */
export function Choose({
  question,
  journey,
  first = false,
}: {
  question: Question;
  journey: Journey;
  first?: boolean;
}) {
  const { answers, editing, answer, onward, back, filled } = journey;
  const [tries, setTries] = useState(0);
  // What is changed from the result counts only when one goes on; on the way there it is kept at once, for going back.
  const [draft, setDraft] = useState<string>();
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (tries > 0) form.current?.querySelector<HTMLElement>('[role="radiogroup"]')?.focus();
  }, [tries]);
  const options = optionsOf(question, answers).map(({ value, label, note }) => ({
    value,
    label,
    ...(note && { note: <RichText text={note} /> }),
  }));
  const chosen = (editing ? draft : undefined) ?? answers[question.id];
  return (
    <form
      ref={form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (!chosen) return setTries((times) => times + 1);
        answer(question.id, chosen);
        onward();
      }}
    >
      {filled(question.id) && <p className="wa-note-text">已按“我的孩子”填好，可以改。</p>}
      <ChoiceList
        name={question.id}
        legend={question.title}
        showLegend={first}
        options={options}
        value={chosen}
        onChange={(value) => (editing ? setDraft(value) : answer(question.id, value))}
        error={tries > 0 && !chosen ? '请选一项，再点下面的按钮。' : undefined}
      />
      <Actions>
        <PrimaryButton type="submit">{editing ? '看结果' : '下一步'}</PrimaryButton>
        {!first && <TextButton onClick={back}>{editing ? '不改了，回到结果' : '上一步'}</TextButton>}
      </Actions>
    </form>
  );
}
