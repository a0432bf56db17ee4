import { type ReactNode, useState } from 'react';
import { useLocation, useNavigate, useParams } from 'react-router';
import { findCity, findTool, loadCity, type CityInfo, type CityModule, type Tool } from '#cities';
import { isDate } from '#engine';
import { usePersistedStore, useToday } from '#platform';
import type { IsoDate } from '#policy/types.ts';
import { Actions, ChoiceList, ErrorSummary, type FieldProblem, Missing, Page, PrimaryButton, ProgressText, useLoaded } from '#ui';
import { useChild } from '../child.ts';
import { DateField, problemOf } from '../DateField.tsx';
import { hukouMatters } from '../newborn.ts';
import { withKeys } from '../query.ts';
import { readBirth, readDate, toTyped } from '../typed-date.ts';
import { PremiumResult } from './PremiumResult.tsx';
import { choosesYear, yearsFrom } from './premium.ts';

/** The screens in order; only the first and the last two are always there. */
type Step = 'who' | 'birth' | 'hukou' | 'year' | 'when';

/** What is answered, all of it in the address but the birth date and the hukou. */
interface Answers {
  newborn: boolean | undefined;
  year: number | undefined;
  payDate: IsoDate | undefined;
}

/** 要交多少: a few short questions, then months, price and sum. */
export default function PremiumPage() {
  const { city = '' } = useParams();
  const info = findCity(city);
  const tool = findTool(city, 'premium');
  const module = useLoaded(loadCity, city);
  return info && tool && module ? <Screens info={info} tool={tool} module={module} /> : <Missing />;
}

function readAnswers(query: URLSearchParams): Answers {
  const who = query.get('newborn');
  const year = Number(query.get('year'));
  const pay = query.get('pay') ?? '';
  return {
    newborn: who === '1' ? true : who === '0' ? false : undefined,
    year: Number.isSafeInteger(year) && year >= 2000 && year <= 2100 ? year : undefined,
    payDate: isDate(pay) ? pay : undefined,
  };
}

function stepsOf(module: CityModule, newborn: boolean | undefined): Step[] {
  const between: Step[] = newborn
    ? ['birth', ...(hukouMatters(module.policy) ? (['hukou'] as const) : [])]
    : choosesYear(module.policy)
      ? ['year']
      : [];
  return ['who', ...between, 'when'];
}

function Screens({ info, tool, module }: { info: CityInfo; tool: Tool; module: CityModule }) {
  const ready = usePersistedStore(useChild);
  const today = useToday();
  const { birth, hukou } = useChild();
  const { search } = useLocation();
  const navigate = useNavigate();
  const query = new URLSearchParams(search);
  const answers = readAnswers(query);
  const birthReading = ready && today ? readBirth(birth, today) : undefined;
  const steps = stepsOf(module, answers.newborn);
  const has: Record<Step, boolean> = {
    who: answers.newborn !== undefined,
    birth: birthReading?.kind === 'date',
    hukou: hukou !== undefined,
    year: answers.year !== undefined,
    when: answers.payDate !== undefined,
  };
  const wanted = query.get('at') ?? 'who';
  const target = wanted === 'result' ? steps.length : Math.max(0, steps.indexOf(wanted as Step));
  const missing = steps.findIndex((step) => !has[step]);
  const place = missing >= 0 && missing < target ? missing : target;
  const step = steps[place];
  const editing = query.get('edit') === '1';

  const go = (at: string, patch: Record<string, string | undefined> = {}) =>
    void navigate({ search: withKeys(search, { edit: undefined, ...patch, at: at === 'who' ? undefined : at }) });
  const onward = (patch: Record<string, string> = {}) => {
    const who = patch.newborn ? patch.newborn === '1' : answers.newborn;
    const list = stepsOf(module, who);
    const now = step ?? 'when';
    // After a change one returns to the result, unless the change opened a question that has no answer yet.
    const open = list.find((one) => !has[one] && one !== now);
    const next = editing ? (open ?? 'result') : (list[list.indexOf(now) + 1] ?? 'result');
    go(next, { ...patch, ...(editing && open ? { edit: '1' } : {}) });
  };

  if (!step && today && answers.payDate) {
    const newborn = answers.newborn === true && birthReading?.kind === 'date';
    const question = {
      payDate: answers.payDate,
      localHukou: hukou !== 'other' || !hukouMatters(module.policy),
      ...(newborn && { birthDate: birthReading.date }),
      ...(answers.year && !newborn && choosesYear(module.policy) && { year: answers.year }),
    };
    return (
      <PremiumResult info={info} tool={tool} module={module} question={question} today={today} onEdit={(at) => go(at, { edit: '1' })} />
    );
  }
  const progress = editing || answers.newborn === undefined ? null : <ProgressText at={place + 1} of={steps.length} />;
  const frame = { info, progress, last: editing || place === steps.length - 1 };
  switch (step) {
    case 'birth':
      return <BirthScreen key="birth" {...frame} today={today ?? info.asOf} onDone={() => onward()} />;
    case 'hukou':
      return <HukouScreen key="hukou" {...frame} onDone={() => onward()} />;
    case 'year':
      return (
        <YearScreen key="year" {...frame} today={today ?? info.asOf} value={answers.year} onDone={(year) => onward({ year: String(year) })} />
      );
    case 'when':
      return (
        <WhenScreen
          key={`when${answers.payDate}${today}`}
          {...frame}
          today={today ?? info.asOf}
          value={answers.payDate}
          onDone={(pay) => onward({ pay })}
        />
      );
    default:
      return <WhoScreen key={`who${answers.newborn}`} {...frame} value={answers.newborn} onDone={(newborn) => onward({ newborn: newborn ? '1' : '0' })} />;
  }
}

interface Frame {
  info: CityInfo;
  progress: ReactNode;
  last: boolean;
}

interface ScreenProps extends Frame {
  title: string;
  lead: string;
  problems?: FieldProblem[];
  onSubmit: () => void;
  children: ReactNode;
}

function Screen({ info, progress, last, title, lead, problems = [], onSubmit, children }: ScreenProps) {
  return (
    <Page title={title} city={info.name} above={{ text: `${info.name}少儿医保`, to: `/${info.id}/` }} lead={lead}>
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
          <PrimaryButton type="submit">{last ? '看要交多少' : '下一步'}</PrimaryButton>
        </Actions>
      </form>
    </Page>
  );
}

const CHOOSE = '请选一项，再点下面的按钮。';

function WhoScreen({ value, onDone, ...frame }: Frame & { value: boolean | undefined; onDone: (newborn: boolean) => void }) {
  const [newborn, setNewborn] = useState(value);
  const [missing, setMissing] = useState(false);
  return (
    <Screen
      {...frame}
      title="要交多少"
      lead="算出孩子的医保费：交几个月、每月多少、一共多少，从哪天起能报。"
      onSubmit={() => (newborn === undefined ? setMissing(true) : onDone(newborn))}
    >
      <ChoiceList
        name="newborn"
        legend="给哪种情况的孩子交？"
        showLegend
        options={[
          { value: '0', label: '普通参保或续保', note: '不是新生儿，或过了新生儿的期限' },
          { value: '1', label: '新生儿，从出生起交', note: '还在新生儿的期限里' },
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

function BirthScreen({ today, onDone, ...frame }: Frame & { today: IsoDate; onDone: () => void }) {
  const { birth, setBirth } = useChild();
  const [problems, setProblems] = useState<FieldProblem[]>([]);
  return (
    <Screen
      {...frame}
      title="孩子哪天出生？"
      lead="新生儿从出生那个月或那一年算起。日期只存在这台手机上，不会进网址。"
      problems={problems}
      onSubmit={() => {
        const found = problemOf('birth', readBirth(birth, today));
        setProblems(found);
        if (found.length === 0) onDone();
      }}
    >
      <DateField name="birth" label="出生日期" value={birth} onChange={setBirth} problems={problems} />
    </Screen>
  );
}

function HukouScreen({ onDone, ...frame }: Frame & { onDone: () => void }) {
  const { hukou, setHukou } = useChild();
  const [missing, setMissing] = useState(false);
  const { name } = frame.info;
  return (
    <Screen {...frame} title={`孩子是${name}户籍吗？`} lead="从出生起交的规定，看户籍。" onSubmit={() => (hukou ? onDone() : setMissing(true))}>
      <ChoiceList
        name="hukou"
        legend={`孩子是${name}户籍吗？`}
        options={[
          { value: 'local', label: `${name}户籍` },
          { value: 'other', label: `不是${name}户籍` },
        ]}
        value={hukou}
        onChange={(value) => setHukou(value === 'local' ? 'local' : 'other')}
        error={missing ? CHOOSE : undefined}
      />
    </Screen>
  );
}

function YearScreen({ today, value, onDone, ...frame }: Frame & { today: IsoDate; value: number | undefined; onDone: (year: number) => void }) {
  const [year, setYear] = useState(value);
  const [missing, setMissing] = useState(false);
  const [now = 0, next = 0] = yearsFrom(today);
  return (
    <Screen
      {...frame}
      title="交哪一年的？"
      lead="医保费按自然年交。年底集中交的，是下一年的。"
      onSubmit={() => (year === undefined ? setMissing(true) : onDone(year))}
    >
      <ChoiceList
        name="year"
        legend="交哪一年的？"
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

function WhenScreen({ today, value, onDone, ...frame }: Frame & { today: IsoDate; value: IsoDate | undefined; onDone: (payDate: IsoDate) => void }) {
  const [typed, setTyped] = useState(toTyped(value ?? today));
  const [problems, setProblems] = useState<FieldProblem[]>([]);
  return (
    <Screen
      {...frame}
      title="哪天交？"
      lead="已经填好今天；想看别的日子，改一下就行。"
      problems={problems}
      onSubmit={() => {
        const reading = readDate(typed, today);
        setProblems(problemOf('pay', reading));
        if (reading.kind === 'date') onDone(reading.date);
      }}
    >
      <DateField name="pay" label="缴费日期" value={typed} onChange={setTyped} problems={problems} />
    </Screen>
  );
}
