import type { CityInfo } from '#cities';
import { readBirth } from '#journeys';
import type { IsoDate } from '#policy/types.ts';
import { Actions, DateField, dateProblem, ErrorSummary, Page, PrimaryButton, useProblems } from '#ui';
import { useChild } from './child.ts';

/** Asks for the birth date where a page can do without it. */
export function BirthForm({ info, today, onDone }: { info: CityInfo; today: IsoDate; onDone: () => void }) {
  const { birth, setBirth } = useChild(info.id);
  const [problems, setProblems] = useProblems();
  return (
    <Page
      title="孩子是哪天出生的？"
      city={info.name}
      above={{ text: `${info.name}少儿医保`, to: `/${info.id}/` }}
      lead="随监护人只限出生当年，独立参保有期限：都看出生日期。日期只存在这台手机上。"
    >
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          const found = dateProblem('birth', readBirth(birth, today));
          setProblems(found);
          if (found.length === 0) onDone();
        }}
      >
        <ErrorSummary problems={problems} />
        <DateField name="birth" label="出生日期" value={birth} onChange={setBirth} problems={problems} />
        <Actions>
          <PrimaryButton type="submit">看怎么选</PrimaryButton>
        </Actions>
      </form>
    </Page>
  );
}
