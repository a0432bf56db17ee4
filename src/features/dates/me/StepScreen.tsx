import type { ReactNode } from 'react';
import { type CityInfo, openCities } from '#cities';
import { useChild, useChildren } from '#platform';
import type { IsoDate } from '#policy/types.ts';
import { Actions, ChoiceForm, Form, Page, ProgressText, TextButton, TextField } from '#ui';
import { BirthForm } from '../BirthForm.tsx';
import { CHOICES, type ChoiceStep, givenFor, patchFor, type Step } from './steps.ts';

interface Props {
  step: Step;
  steps: readonly Step[];
  editing: boolean;
  today: IsoDate;
  city: CityInfo | undefined;
  onDone: () => void;
  /** To the question before. */
  onBack: (step: Step) => void;
}

/** One question about the child. All but the birth date can be left out. */
export function StepScreen({ step, city, today, ...frame }: Props) {
  if (step === 'birth') return <Birth {...frame} step={step} today={today} />;
  if (step === 'city') return <City {...frame} step={step} />;
  if (step === 'name') return <Name {...frame} step={step} />;
  return city ? <Choice {...frame} step={step} city={city} /> : null;
}

interface Frame extends Pick<Props, 'steps' | 'editing' | 'onDone' | 'onBack'> {
  step: Step;
}

interface ScreenProps extends Omit<Frame, 'onDone'> {
  title: string;
  lead: string;
  children: ReactNode;
}

function Screen({ step, steps, editing, onBack, title, lead, children }: ScreenProps) {
  const before = steps[steps.indexOf(step) - 1];
  return (
    <Page title={title} docTitle="我的孩子 · 娃医保" above={{ text: '我的孩子', to: '/me/' }} lead={lead}>
      {/* Before the city is known, so is not how many questions there will be. */}
      {!editing && steps.length > 3 && <ProgressText at={steps.indexOf(step) + 1} of={steps.length} />}
      {children}
      {!editing && before && (
        <Actions>
          <TextButton onClick={() => onBack(before)}>上一步</TextButton>
        </Actions>
      )}
    </Page>
  );
}

const goOf = ({ step, steps, editing }: Omit<Frame, 'onDone'>): string =>
  editing || steps[steps.length - 1] === step ? '好了' : '下一步';

function Birth({ today, ...frame }: Frame & { today: IsoDate }) {
  return (
    <Screen {...frame} title="孩子哪天出生？" lead="期限、年龄和日历都从这一天算起。日期只存在这台手机上。">
      <BirthForm today={today} go={goOf(frame)} onDone={frame.onDone} />
    </Screen>
  );
}

function City(frame: Frame) {
  const { child } = useChild();
  const say = useChildren((state) => state.say);
  return (
    <Screen {...frame} title="孩子在哪个城市参保？" lead="各地的规定不一样，后面的问题按这个城市来问。">
      <ChoiceForm
        name="city"
        legend="孩子在哪个城市参保？"
        options={openCities.map(({ id, name, insurance }) => ({ value: id, label: name, note: insurance }))}
        value={child.city}
        onChange={(city) => say({ city })}
        go={goOf(frame)}
        onGo={frame.onDone}
      />
    </Screen>
  );
}

function Choice({ step, city, ...frame }: Frame & { step: ChoiceStep; city: CityInfo }) {
  const { child } = useChild();
  const say = useChildren((state) => state.say);
  const { title, lead, options } = CHOICES[step];
  const answer = (value: string | undefined) => say(patchFor(step, city.id, value));
  const skip = () => {
    answer(undefined);
    frame.onDone();
  };
  return (
    <Screen {...frame} step={step} title={title(city.name)} lead={lead}>
      <ChoiceForm
        name={step}
        legend={title(city.name)}
        options={options(city.name)}
        value={givenFor(step, child, city.id)}
        onChange={answer}
        go={goOf({ ...frame, step })}
        onGo={frame.onDone}
        also={<TextButton onClick={skip}>先不填</TextButton>}
      />
    </Screen>
  );
}

function Name(frame: Frame) {
  const { child } = useChild();
  const say = useChildren((state) => state.say);
  return (
    <Screen {...frame} title="怎么叫这个孩子？" lead="有两个孩子时好分清。小名就行，也可以不填；不要填姓名和证件号码。">
      <Form go={goOf(frame)} onGo={frame.onDone}>
        <TextField
          name="name"
          label="小名（选填）"
          value={child.name}
          maxLength={10}
          onChange={(name) => say({ name: name.slice(0, 10) })}
        />
      </Form>
    </Screen>
  );
}
