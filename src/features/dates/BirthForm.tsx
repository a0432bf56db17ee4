import { readBirth } from '#journeys';
import { useChild, useChildren } from '#platform';
import type { IsoDate } from '#policy/types.ts';
import { DateField, dateProblem, Form, useChecked } from '#ui';

/** When the child was born; kept on the phone. `go`: the words of the green button. */
export function BirthForm({ today, go, onDone }: { today: IsoDate; go: string; onDone: () => void }) {
  const { birth } = useChild().child;
  const say = useChildren((state) => state.say);
  const [problems, goOn] = useChecked(() => dateProblem('birth', readBirth(birth, today)), onDone);
  return (
    <Form go={go} onGo={goOn} problems={problems}>
      <DateField
        name="birth"
        label="出生日期"
        value={birth}
        onChange={(typed) => say({ birth: typed })}
        problems={problems}
      />
    </Form>
  );
}
