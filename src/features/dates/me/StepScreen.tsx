import { type ReactNode, useState } from 'react';
import { type CityInfo, openCities } from '#cities';
import { readBirth } from '#journeys';
import { useChild, useChildren } from '#platform';
import type { IsoDate } from '#policy/types.ts';
import {
  Actions,
  ChoiceList,
  DateField,
  dateProblem,
  ErrorSummary,
  type FieldProblem,
  Page,
  PrimaryButton,
  ProgressText,
  TextButton,
  TextField,
  useProblems,
} from '#ui';
import { CHOICES, type ChoiceStep, givenFor, patchFor, type Step } from './steps.ts';

interface Props {
  step: Step;
  steps: readonly Step[];
  editing: boolean;
  today: IsoDate;
  city: CityInfo | undefined;
  onDone: () => void;
}

/** One question about the child. All but the birth date can be left out. */
export function StepScreen({ step, city, today, ...frame }: Props) {
  if (step === 'birth') return <Birth {...frame} step={step} today={today} />;
  if (step === 'city') return <City {...frame} step={step} />;
  if (step === 'name') return <Name {...frame} step={step} />;
  return city ? <Choice {...frame} step={step} city={city} /> : null;
}

interface Frame extends Pick<Props, 'steps' | 'editing' | 'onDone'> {
  step: Step;
}

interface ScreenProps extends Frame {
  title: string;
  lead: string;
  problems?: FieldProblem[];
  onSubmit: () => void;
  /** Goes on without an answer. */
  onSkip?: () => void;
  children: ReactNode;
}

function Screen({ step, steps, editing, title, lead, problems = [], onSubmit, onSkip, children }: ScreenProps) {
  const last = editing || steps[steps.length - 1] === step;
  return (
    <Page title={title} docTitle="我的孩子 · 娃医保" above={{ text: '我的孩子', to: '/me/' }} lead={lead}>
      {/* Before the city is known, so is not how many questions there will be. */}
      {!editing && steps.length > 3 && <ProgressText at={steps.indexOf(step) + 1} of={steps.length} />}
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          onSubmit();
        }}
      >
        <ErrorSummary problems={problems} />
        {children}
        <Actions>
          <PrimaryButton type="submit">{last ? '好了' : '下一步'}</PrimaryButton>
          {onSkip && <TextButton onClick={onSkip}>先不填</TextButton>}
        </Actions>
      </form>
    </Page>
  );
}

function Birth({ today, ...frame }: Frame & { today: IsoDate }) {
  const { child } = useChild();
  const say = useChildren((state) => state.say);
  const [problems, setProblems] = useProblems();
  return (
    <Screen
      {...frame}
      title="孩子哪天出生？"
      lead="期限、年龄和日历都从这一天算起。日期只存在这台手机上。"
      problems={problems}
      onSubmit={() => {
        const found = dateProblem('birth', readBirth(child.birth, today));
        setProblems(found);
        if (found.length === 0) frame.onDone();
      }}
    >
      <DateField
        name="birth"
        label="出生日期"
        value={child.birth}
        onChange={(birth) => say({ birth })}
        problems={problems}
      />
    </Screen>
  );
}

const CHOOSE = '请选一项，再点下面的按钮。';

function City(frame: Frame) {
  const { child } = useChild();
  const say = useChildren((state) => state.say);
  const [missing, setMissing] = useState(false);
  return (
    <Screen
      {...frame}
      title="孩子在哪个城市参保？"
      lead="各地的规定不一样，后面的问题按这个城市来问。"
      onSubmit={() => (child.city ? frame.onDone() : setMissing(true))}
    >
      <ChoiceList
        name="city"
        legend="孩子在哪个城市参保？"
        options={openCities.map(({ id, name, insurance }) => ({ value: id, label: name, note: insurance }))}
        value={child.city}
        onChange={(city) => {
          setMissing(false);
          say({ city });
        }}
        error={missing ? CHOOSE : undefined}
      />
    </Screen>
  );
}

function Choice({ step, city, ...frame }: Frame & { step: ChoiceStep; city: CityInfo }) {
  const { child } = useChild();
  const say = useChildren((state) => state.say);
  const [missing, setMissing] = useState(false);
  const { title, lead, options } = CHOICES[step];
  const value = givenFor(step, child, city.id);
  return (
    <Screen
      {...frame}
      step={step}
      title={title(city.name)}
      lead={lead}
      onSubmit={() => (value ? frame.onDone() : setMissing(true))}
      onSkip={() => {
        say(patchFor(step, city.id, undefined));
        frame.onDone();
      }}
    >
      <ChoiceList
        name={step}
        legend={title(city.name)}
        options={options(city.name)}
        value={value}
        onChange={(chosen) => {
          setMissing(false);
          say(patchFor(step, city.id, chosen));
        }}
        error={missing ? CHOOSE : undefined}
      />
    </Screen>
  );
}

function Name(frame: Frame) {
  const { child } = useChild();
  const say = useChildren((state) => state.say);
  return (
    <Screen
      {...frame}
      title="怎么叫这个孩子？"
      lead="有两个孩子时好分清。小名就行，也可以不填；不要填姓名和证件号码。"
      onSubmit={frame.onDone}
    >
      <TextField
        name="name"
        label="小名（选填）"
        value={child.name}
        maxLength={10}
        onChange={(name) => say({ name: name.slice(0, 10) })}
      />
    </Screen>
  );
}
