/** The questions of 要交多少, one per screen. */
import { type ReactNode, useState } from 'react';
import type { CityInfo } from '#cities';
import { readDate, toTyped } from '#journeys';
import type { IsoDate } from '#policy/types.ts';
import { Actions, ChoiceForm, DateField, dateProblem, Form, Page, TextButton, useChecked } from '#ui';
import { BirthForm } from '../BirthForm.tsx';
import { useChildIn } from '../child.ts';
import { hukouOptions } from '../words.ts';
import { yearsFrom } from './premium.ts';

interface Frame {
  info: CityInfo;
  progress: ReactNode;
  last: boolean;
  /** To the screen before; none where there is none, or where one came to change one thing. */
  onBack?: (() => void) | undefined;
}

interface ScreenProps extends Omit<Frame, 'last'> {
  title: string;
  lead: string | undefined;
  children: ReactNode;
}

function Screen({ info, progress, onBack, title, lead, children }: ScreenProps) {
  return (
    <Page
      title={title}
      city={info.name}
      above={{ text: `${info.name}少儿医保`, to: `/${info.id}/` }}
      lead={lead}
      footer={{ hotlines: info.hotlines }}
    >
      {progress}
      {children}
      {onBack && (
        <Actions>
          <TextButton onClick={onBack}>上一步</TextButton>
        </Actions>
      )}
    </Page>
  );
}

const goOf = ({ last, info }: Frame): string => (last ? `看要${info.pay}多少` : '下一步');

export function WhoScreen({
  lead,
  value,
  onDone,
  ...frame
}: Frame & { lead: string | undefined; value: boolean | undefined; onDone: (newborn: boolean) => void }) {
  const { pay } = frame.info;
  const [chosen, choose] = useState(value === undefined ? undefined : value ? '1' : '0');
  return (
    <Screen {...frame} title={`要${pay}多少`} lead={lead}>
      <ChoiceForm
        name="newborn"
        legend={`给哪种情况的孩子${pay}？`}
        showLegend
        options={[
          { value: '0', label: '普通参保或续保', note: '不是新生儿，或过了新生儿的期限' },
          { value: '1', label: `新生儿，从出生起${pay}`, note: '还在新生儿的期限里' },
        ]}
        value={chosen}
        onChange={choose}
        go={goOf(frame)}
        onGo={() => onDone(chosen === '1')}
      />
    </Screen>
  );
}

export function BirthScreen({ today, onDone, ...frame }: Frame & { today: IsoDate; onDone: () => void }) {
  return (
    <Screen
      {...frame}
      title="孩子哪天出生？"
      lead="看是不是还在新生儿的期限里，从哪一期缴起。日期只存在这台手机上，不会进网址。"
    >
      <BirthForm today={today} go={goOf(frame)} onDone={onDone} />
    </Screen>
  );
}

export function HukouScreen({ onDone, ...frame }: Frame & { onDone: () => void }) {
  const { hukou, setHukou } = useChildIn(frame.info.id);
  const { name } = frame.info;
  return (
    <Screen {...frame} title={`孩子是${name}户籍吗？`} lead={`从出生起${frame.info.pay}的规定，看户籍。`}>
      <ChoiceForm
        name="hukou"
        legend={`孩子是${name}户籍吗？`}
        options={hukouOptions(name)}
        value={hukou}
        onChange={(value) => setHukou(value === 'local' ? 'local' : 'other')}
        go={goOf(frame)}
        onGo={onDone}
      />
    </Screen>
  );
}

export function YearScreen({
  today,
  value,
  onDone,
  ...frame
}: Frame & { today: IsoDate; value: number | undefined; onDone: (year: number) => void }) {
  const { pay } = frame.info;
  const [chosen, choose] = useState(value === undefined ? undefined : String(value));
  const [now = 0, next = 0] = yearsFrom(today);
  return (
    <Screen {...frame} title={`${pay}哪一年的？`} lead={`医保费按自然年${pay}。年底集中${pay}的，是下一年的。`}>
      <ChoiceForm
        name="year"
        legend={`${pay}哪一年的？`}
        options={[
          { value: String(next), label: `${next} 年（明年）` },
          { value: String(now), label: `${now} 年（今年）` },
        ]}
        value={chosen}
        onChange={choose}
        go={goOf(frame)}
        onGo={() => onDone(Number(chosen))}
      />
    </Screen>
  );
}

export function WhenScreen({
  today,
  value,
  onDone,
  ...frame
}: Frame & { today: IsoDate; value: IsoDate | undefined; onDone: (payDate: IsoDate) => void }) {
  const [typed, setTyped] = useState(toTyped(value ?? today));
  const reading = readDate(typed, today);
  const [problems, goOn] = useChecked(
    () => dateProblem('pay', reading),
    () => reading.kind === 'date' && onDone(reading.date),
  );
  return (
    <Screen {...frame} title={`哪天${frame.info.pay}？`} lead="已经填好今天；想看别的日子，改一下就行。">
      <Form go={goOf(frame)} onGo={goOn} problems={problems}>
        <DateField name="pay" label="缴费日期" value={typed} onChange={setTyped} problems={problems} />
      </Form>
    </Screen>
  );
}
