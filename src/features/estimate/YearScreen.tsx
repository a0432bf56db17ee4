import { useState } from 'react';
import { ChoiceForm, Page, TextButton } from '#ui';
import { useEstimate } from './store.ts';
import type { Journey } from './types.ts';

/** The year of the visit: this year unless changed from the result. */
export function YearScreen({ journey }: { journey: Journey }) {
  const { year, today, frame, go, back } = journey;
  const setYear = useEstimate((state) => state.setYear);
  const [draft, setDraft] = useState(String(year));
  const thisYear = Number(today.slice(0, 4));
  const years = [0, 1, 2, 3].map((ago) => thisYear - ago);
  return (
    <Page {...frame} title="哪一年看的病？" lead="限额和起付标准每年会变，按看病那天（住院按出院那天）的规定算。">
      <ChoiceForm
        name="year"
        legend="哪一年看的病？"
        options={years.map((y) => ({ value: String(y), label: y === thisYear ? `${y}年（今年）` : `${y}年` }))}
        value={draft}
        onChange={setDraft}
        go="看结果"
        onGo={() => {
          setYear(Number(draft) === thisYear ? 0 : Number(draft));
          go('result');
        }}
        also={<TextButton onClick={back}>不改了，回到结果</TextButton>}
      />
    </Page>
  );
}
