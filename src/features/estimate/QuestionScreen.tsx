import { useState } from 'react';
import { optionsOf } from '#journeys';
import type { Question } from '#policy/types.ts';
import { Actions, ChoiceList, Page, PrimaryButton, ProgressText, RichText, TextButton } from '#ui';
import { screensOf } from './screens.ts';
import { useEstimate } from './store.ts';
import type { Journey } from './types.ts';

/** One question, one group of radios, one green button. */
export function QuestionScreen({ question, journey }: { question: Question; journey: Journey }) {
  const { graph, answers, editing, frame } = journey;
  const screens = screensOf(graph, answers);
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
      {filled(question.id) && <p className="wa-note-text">已按“我的孩子”填好，可以改。</p>}
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

/** The year of the visit: this year unless changed from the result. */
export function YearScreen({ journey }: { journey: Journey }) {
  const { year, today, frame, go, back } = journey;
  const setYear = useEstimate((state) => state.setYear);
  const thisYear = Number(today.slice(0, 4));
  const years = [0, 1, 2, 3].map((ago) => thisYear - ago);
  return (
    <Page {...frame} title="哪一年看的病？" lead="限额和起付标准每年会变，按看病那天（住院按出院那天）的规定算。">
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          go('result');
        }}
      >
        <ChoiceList
          name="year"
          legend="哪一年看的病？"
          options={years.map((y) => ({ value: String(y), label: y === thisYear ? `${y}年（今年）` : `${y}年` }))}
          value={String(year)}
          onChange={(value) => setYear(Number(value) === thisYear ? 0 : Number(value))}
        />
        <Actions>
          <PrimaryButton type="submit">看结果</PrimaryButton>
          <TextButton onClick={back}>不改了，回到结果</TextButton>
        </Actions>
      </form>
    </Page>
  );
}
