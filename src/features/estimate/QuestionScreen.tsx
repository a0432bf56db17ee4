import { useState } from 'react';
import { optionsOf } from '#journeys';
import type { Question } from '#policy/types.ts';
import { Actions, ChoiceList, Page, PrimaryButton, ProgressText, RichText, TextButton } from '#ui';
import { screensOf } from './screens.ts';
import { useEstimate } from './store.ts';
import type { Journey } from './types.ts';

/** One question, one group of radios, one green button. */
export function QuestionScreen({ question, journey }: { question: Question; journey: Journey }) {
  const { asking, answers, editing, frame } = journey;
  const screens = screensOf(asking, answers);
  return (
    <Page {...frame} title={question.title} lead={<RichText text={question.hint} />}>
      {!editing && screens.length > 3 && <ProgressText at={screens.indexOf(question.id) + 1} of={screens.length} />}
      <Choose question={question} journey={journey} />
    </Page>
  );
}

export function Choose({
  question,
  journey,
  showTitle = false,
}: {
  question: Question;
  journey: Journey;
  showTitle?: boolean;
}) {
  const { city, answers, editing, onward, back, filled } = journey;
  const answer = useEstimate((state) => state.answer);
  const [missing, setMissing] = useState(false);
  const source = filled(question.id);
  const options = optionsOf(question, answers).map(({ value, label, note }) => ({
    value,
    label,
    ...(note && { note: <RichText text={note} /> }),
  }));
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (answers[question.id]) onward();
        else setMissing(true);
      }}
    >
      {source && <p className="wa-note-text">已按{source}填好，可以改。</p>}
      <ChoiceList
        name={question.id}
        legend={question.title}
        showLegend={showTitle}
        options={options}
        value={answers[question.id]}
        onChange={(value) => {
          setMissing(false);
          answer(city.id, question, value);
        }}
        error={missing ? '请选一项，再点下面的按钮。' : undefined}
      />
      <Actions>
        <PrimaryButton type="submit">{editing ? '看结果' : '下一步'}</PrimaryButton>
        {!showTitle && <TextButton onClick={back}>{editing ? '不改了，回到结果' : '上一步'}</TextButton>}
      </Actions>
    </form>
  );
}
