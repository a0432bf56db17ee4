import { useEffect } from 'react';
import { useNavigate } from 'react-router';
import type { CityInfo } from '#cities';
import { readBirth } from '#journeys';
import { useToday } from '#platform';
import { afterwards, ChoiceList, DateField, dateProblem, Form, Page, part, useChecked } from '#ui';
import { type Calculator, calculator } from './calculator.tsx';
import { useChildIn } from './child.ts';
import { hukouMatters } from './newborn.ts';
import { useAddress, withKeys } from './query.ts';
import { hukouOptions } from './words.ts';
import './dates.css';

const NewbornResult = part(async () => (await import('./NewbornResult.tsx')).default);

/** 新生儿参保倒计时: the birth date in, the last day and what it means out. */
export default calculator('newborn', Screens);

function Screens({ info, tool, module }: Calculator) {
  const today = useToday();
  const { ready, birth, hukou } = useChildIn(info.id);
  const { search } = useAddress();
  const navigate = useNavigate();
  const wanted = new URLSearchParams(search).get('at');
  const reading = ready && today ? readBirth(birth, today) : undefined;
  const asksHukou = hukouMatters(module.policy);
  const go = (at: 'result' | undefined) => void navigate({ search: withKeys(search, { at }) });
  if (wanted === 'result' && today && reading?.kind === 'date' && (hukou || !asksHukou)) {
    const child = { birthDate: reading.date, localHukou: !asksHukou || hukou === 'local' };
    return (
      <NewbornResult info={info} tool={tool} module={module} child={child} today={today} onEdit={() => go(undefined)} />
    );
  }
  return <Asked info={info} asksHukou={asksHukou} today={today ?? info.asOf} onDone={() => go('result')} />;
}

function Asked({
  info,
  asksHukou,
  today,
  onDone,
}: {
  info: CityInfo;
  asksHukou: boolean;
  today: string;
  onDone: () => void;
}) {
  const { birth, hukou, setBirth, setHukou } = useChildIn(info.id);
  // Fetched while the form is filled in.
  useEffect(() => afterwards(NewbornResult.warm), []);
  const find = () => {
    const found = dateProblem('birth', readBirth(birth, today));
    if (asksHukou && !hukou) found.push({ field: 'hukou', message: '请选一下孩子的户籍。' });
    return found;
  };
  const [problems, goOn] = useChecked(find, onDone);
  return (
    <Page
      title="新生儿参保倒计时"
      city={info.name}
      above={{ text: `${info.name}少儿医保`, to: `/${info.id}/` }}
      footer={{ hotlines: info.hotlines }}
      lead={`填上出生日期，就知道最晚哪天办、现在办从哪天起能报、要${info.pay}多少。`}
    >
      <Form go="看最晚哪天办" onGo={goOn} problems={problems}>
        <DateField
          name="birth"
          label="孩子的出生日期"
          hint="只存在这台手机上，不会进网址。"
          value={birth}
          onChange={setBirth}
          problems={problems}
        />
        {asksHukou && (
          <div className="dates-question">
            <ChoiceList
              name="hukou"
              legend="孩子的户籍"
              showLegend
              options={hukouOptions(info.name)}
              value={hukou}
              onChange={(value) => setHukou(value === 'local' ? 'local' : 'other')}
              error={problems.find(({ field }) => field === 'hukou')?.message}
            />
          </div>
        )}
      </Form>
    </Page>
  );
}
