import { useEffect } from 'react';
import { useNavigate } from 'react-router';
import type { CityModule } from '#cities';
import { isDate } from '#engine';
import { readBirth } from '#journeys';
import { useToday } from '#platform';
import type { IsoDate } from '#policy/types.ts';
import { afterwards, ProgressText, part } from '#ui';
import { type Calculator, calculator } from '../calculator.tsx';
import { useChildIn } from '../child.ts';
import { hukouMatters } from '../newborn.ts';
import { INSIDE, useAddress, useStepBack, withKeys } from '../query.ts';
import { BirthScreen, HukouScreen, WhenScreen, WhoScreen, YearScreen } from './forms.tsx';
import { choosesYear } from './premium.ts';

/** The screens in order; only the first and the last two are always there. */
type Step = 'who' | 'birth' | 'hukou' | 'year' | 'when';

/** What is answered, all of it in the address but the birth date and the hukou. */
interface Answers {
  newborn: boolean | undefined;
  year: number | undefined;
  payDate: IsoDate | undefined;
}

/** Kept on the phone, not in the address. */
const PERSONAL: readonly Step[] = ['birth', 'hukou'];

const PremiumResult = part(async () => (await import('./PremiumResult.tsx')).default);

/** 要交多少: a few short questions, then months, price and sum. */
export default calculator('premium', Screens);

function readAnswers(query: URLSearchParams): Answers {
  const who = query.get('newborn');
  const year = Number(query.get('year'));
  const pay = query.get('pay') ?? '';
  return {
    newborn: who === '1' ? true : who === '0' ? false : undefined,
    year: Number.isSafeInteger(year) && year >= 2000 && year < 2100 ? year : undefined,
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

function Screens({ info, tool, module }: Calculator) {
  // Fetched while the questions are answered.
  useEffect(() => afterwards(PremiumResult.warm), []);
  const today = useToday();
  const { ready, birth, hukou } = useChildIn(info.id);
  const { search } = useAddress();
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

  const addressOf = (at: string, patch: Record<string, string | undefined> = {}) =>
    withKeys(search, { edit: undefined, ...patch, at: at === 'who' ? undefined : at });
  const go = (at: string, patch?: Record<string, string | undefined>) =>
    void navigate({ search: addressOf(at, patch) }, { state: INSIDE });
  const stepBack = useStepBack();
  const onward = (patch: Record<string, string> = {}) => {
    const who = patch.newborn ? patch.newborn === '1' : answers.newborn;
    const list = stepsOf(module, who);
    const now = step ?? 'when';
    // After a change one returns to the result, unless the change opened a question that has no answer yet.
    const open = list.find((one) => !has[one] && one !== now);
    const rest = list.slice(list.indexOf(now) + 1);
    // What is known of the child is asked once; it stands among the answers, to be changed.
    const next = editing ? open : rest.find((one) => !(PERSONAL.includes(one) && has[one]));
    go(next ?? 'result', { ...patch, ...(editing && open ? { edit: '1' } : {}) });
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
      <PremiumResult
        info={info}
        tool={tool}
        module={module}
        question={question}
        today={today}
        onEdit={(at) => go(at, { edit: '1' })}
        onOrdinary={() => go('result', { newborn: '0' })}
      />
    );
  }
  const progress = editing || answers.newborn === undefined ? null : <ProgressText at={place + 1} of={steps.length} />;
  // What is known of the child was passed over on the way here.
  const before = steps
    .slice(0, place)
    .reverse()
    .find((one) => !(PERSONAL.includes(one) && has[one]));
  const onBack = before && !editing ? () => stepBack(addressOf(before)) : undefined;
  const frame = { info, progress, last: editing || place === steps.length - 1, onBack };
  switch (step) {
    case 'birth':
      return <BirthScreen key="birth" {...frame} today={today ?? info.asOf} onDone={() => onward()} />;
    case 'hukou':
      return <HukouScreen key="hukou" {...frame} onDone={() => onward()} />;
    case 'year':
      return (
        <YearScreen
          key="year"
          {...frame}
          today={today ?? info.asOf}
          value={answers.year}
          onDone={(year) => onward({ year: String(year) })}
        />
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
      return (
        <WhoScreen
          key={`who${answers.newborn}`}
          {...frame}
          lead={tool.lead}
          value={answers.newborn}
          onDone={(newborn) => onward({ newborn: newborn ? '1' : '0' })}
        />
      );
  }
}
