/** The questions of 要交多少, one per screen. */
import { type ReactNode, useState } from 'react';
import type { CityInfo } from '#cities';
import { readBirth, readDate, toTyped } from '#journeys';
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
  useProblems,
} from '#ui';
import { useChild } from '../child.ts';
import { hukouOptions } from '../words.ts';
import { yearsFrom } from './premium.ts';

interface Frame {
  info: CityInfo;
  progress: ReactNode;
  last: boolean;
}

interface ScreenProps extends Frame {
  title: string;
  lead: string | undefined;
  problems?: FieldProblem[];
  onSubmit: () => void;
  children: ReactNode;
}

function Screen({ info, progress, last, title, lead, problems = [], onSubmit, children }: ScreenProps) {
  return (
    <Page
      title={title}
      city={info.name}
      above={{ text: `${info.name}少儿医保`, to: `/${info.id}/` }}
      lead={lead}
      footer={{ hotlines: info.hotlines }}
    >
      {progress}
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
          <PrimaryButton type="submit">{last ? `看要${info.pay}多少` : '下一步'}</PrimaryButton>
        </Actions>
      </form>
    </Page>
  );
}

const CHOOSE = '请选一项，再点下面的按钮。';

export function WhoScreen({
  lead,
  value,
  onDone,
  ...frame
}: Frame & { lead: string | undefined; value: boolean | undefined; onDone: (newborn: boolean) => void }) {
  const { pay } = frame.info;
  const [newborn, setNewborn] = useState(value);
  const [missing, setMissing] = useState(false);
  return (
    <Screen
      {...frame}
      title={`要${pay}多少`}
      lead={lead}
      onSubmit={() => (newborn === undefined ? setMissing(true) : onDone(newborn))}
    >
      <ChoiceList
        name="newborn"
        legend={`给哪种情况的孩子${pay}？`}
        showLegend
        options={[
          { value: '0', label: '普通参保或续保', note: '不是新生儿，或过了新生儿的期限' },
          { value: '1', label: `新生儿，从出生起${pay}`, note: '还在新生儿的期限里' },
        ]}
        value={newborn === undefined ? undefined : newborn ? '1' : '0'}
        onChange={(choice) => {
          setNewborn(choice === '1');
          setMissing(false);
        }}
        error={missing ? CHOOSE : undefined}
      />
    </Screen>
  );
}

export function BirthScreen({ today, onDone, ...frame }: Frame & { today: IsoDate; onDone: () => void }) {
  const { birth, setBirth } = useChild(frame.info.id);
  const [problems, setProblems] = useProblems();
  return (
    <Screen
      {...frame}
      title="孩子哪天出生？"
      lead="新生儿从出生那个月或那一年算起。日期只存在这台手机上，不会进网址。"
      problems={problems}
      onSubmit={() => {
        const found = dateProblem('birth', readBirth(birth, today));
        setProblems(found);
        if (found.length === 0) onDone();
      }}
    >
      <DateField name="birth" label="出生日期" value={birth} onChange={setBirth} problems={problems} />
    </Screen>
  );
}

export function HukouScreen({ onDone, ...frame }: Frame & { onDone: () => void }) {
  const { hukou, setHukou } = useChild(frame.info.id);
  const [missing, setMissing] = useState(false);
  const { name } = frame.info;
  return (
    <Screen
      {...frame}
      title={`孩子是${name}户籍吗？`}
      lead={`从出生起${frame.info.pay}的规定，看户籍。`}
      onSubmit={() => (hukou ? onDone() : setMissing(true))}
    >
      <ChoiceList
        name="hukou"
        legend={`孩子是${name}户籍吗？`}
        options={hukouOptions(name)}
        value={hukou}
        onChange={(value) => setHukou(value === 'local' ? 'local' : 'other')}
        error={missing ? CHOOSE : undefined}
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
  const [year, setYear] = useState(value);
  const [missing, setMissing] = useState(false);
  const [now = 0, next = 0] = yearsFrom(today);
  return (
    <Screen
      {...frame}
      title={`${pay}哪一年的？`}
      lead={`医保费按自然年${pay}。年底集中${pay}的，是下一年的。`}
      onSubmit={() => (year === undefined ? setMissing(true) : onDone(year))}
    >
      <ChoiceList
        name="year"
        legend={`${pay}哪一年的？`}
        options={[
          { value: String(next), label: `${next} 年（明年）` },
          { value: String(now), label: `${now} 年（今年）` },
        ]}
        value={year === undefined ? undefined : String(year)}
        onChange={(choice) => {
          setYear(Number(choice));
          setMissing(false);
        }}
        error={missing ? CHOOSE : undefined}
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
  const [problems, setProblems] = useProblems();
  return (
    <Screen
      {...frame}
      title={`哪天${frame.info.pay}？`}
      lead="已经填好今天；想看别的日子，改一下就行。"
      problems={problems}
      onSubmit={() => {
        const reading = readDate(typed, today);
        setProblems(dateProblem('pay', reading));
        if (reading.kind === 'date') onDone(reading.date);
      }}
    >
      <DateField name="pay" label="缴费日期" value={typed} onChange={setTyped} problems={problems} />
    </Screen>
  );
}
