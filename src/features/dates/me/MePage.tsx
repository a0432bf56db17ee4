import { useEffect, useState } from 'react';
import { useNavigate } from 'react-router';
import { type CityName, findCity, ledgerOf, nameOf, openCities } from '#cities';
import { birthOf } from '#journeys';
import { type Child, callOf, MAX_CHILDREN, NO_CHILD, useChild, useChildren, useToday, wipe } from '#platform';
import {
  Actions,
  Cell,
  CellGroup,
  formatDate,
  Page,
  PrimaryButton,
  SecondaryButton,
  SureButton,
  WipeButton,
} from '#ui';
import { INSIDE, useAddress, useStepBack, withKeys } from '../query.ts';
import { StepScreen } from './StepScreen.tsx';
import { CHOICES, givenFor, isBlank, type Step, stepsOf } from './steps.ts';

const loadInfo = async (city: string) => (await import('#cities')).loadInfo(city);

/** 我的孩子: what is asked once and known everywhere. On this phone only. */
export default function MePage() {
  const { ready, child } = useChild();
  const informed = useCities(useChildren((state) => state.children).map(({ city }) => cityOf(city)?.id));
  const today = useToday();
  const { search } = useAddress();
  const navigate = useNavigate();
  const query = new URLSearchParams(search);
  const city = findCity(child.city);
  const steps = stepsOf(city);
  const wanted = query.get('at');
  const step = ready && informed && today ? steps.find((one) => one === wanted) : undefined;
  const editing = query.get('edit') === '1';
  const addressOf = (at: Step | undefined, edit = false) =>
    withKeys(search, { at, edit: edit && at ? '1' : undefined });
  const go = (at: Step | undefined, edit?: boolean) =>
    void navigate({ search: addressOf(at, edit) }, { state: INSIDE });
  const stepBack = useStepBack();
  if (step && today) {
    // The list is made anew: the answer just given may have opened further questions.
    const onward = async () => {
      const { children, at } = useChildren.getState();
      await loadInfo(children[at]?.city ?? '').catch(() => undefined);
      const list = stepsOf(findCity(children[at]?.city));
      go(editing ? undefined : list[list.indexOf(step) + 1]);
    };
    return (
      <StepScreen
        key={step}
        step={step}
        steps={steps}
        editing={editing}
        today={today}
        city={city}
        onDone={() => void onward()}
        onBack={(before) => stepBack(addressOf(before))}
      />
    );
  }
  return <List today={informed ? today : undefined} go={go} />;
}

/** Of a child of which nobody said it, the first. */
const cityOf = (city: string | undefined): CityName | undefined => nameOf(city) ?? openCities[0];

/** Whether these cities are there; asks for them. One that cannot be had is gone without: its questions are not asked. */
function useCities(ids: (string | undefined)[]): boolean {
  const wanted = [...new Set(ids)].filter((id) => nameOf(id)).join('/');
  const [asked, setAsked] = useState('');
  useEffect(() => {
    let here = true;
    const all = wanted.split('/').map((id) => loadInfo(id));
    void Promise.allSettled(all).then(() => here && setAsked(wanted));
    return () => {
      here = false;
    };
  }, [wanted]);
  return asked === wanted || wanted.split('/').every((id) => findCity(id));
}

function List({ today, go }: { today: string | undefined; go: (at: Step | undefined, edit?: boolean) => void }) {
  const { ready } = useChild();
  const { children, at } = useChildren();
  const shown = ready && today ? children : [];
  useEffect(() => {
    // Once, when one comes here: a child that was begun and left again before anything was said.
    const { children, at } = useChildren.getState();
    const rest = children.filter((one) => !isBlank(one));
    if (ready && rest.length < children.length)
      useChildren.setState({ children: rest, at: Math.max(0, Math.min(at, rest.length - 1)) });
  }, [ready]);
  const here = cityOf(shown[at]?.city);
  const ledger = ledgerOf(here?.id);
  return (
    <Page
      title="我的孩子"
      above={{ text: '娃医保', to: here && shown.length > 0 ? `/${here.id}/` : '/' }}
      docTitle="我的孩子 · 娃医保"
      lead="填一次，参保、缴费、算钱和日历都从这里开始。只存在这台手机上，不会进网址，也不会跟着分享出去。"
    >
      {shown.length === 0 ? (
        <Actions>
          <PrimaryButton onClick={() => go('birth')}>填孩子的情况</PrimaryButton>
        </Actions>
      ) : (
        here && (
          <Actions>
            <PrimaryButton to={`/${here.id}/calendar/`}>看孩子的日历</PrimaryButton>
            {ledger && <SecondaryButton to={ledger}>看家庭账本</SecondaryButton>}
          </Actions>
        )
      )}
      {shown.map((child, place) => (
        <OneChild
          key={`${callOf(child, place)}${child.birth.year}${child.birth.month}${child.birth.day}`}
          name={callOf(child, place)}
          child={child}
          current={place === at}
          today={today ?? ''}
          onChoose={() => useChildren.setState({ at: place })}
          onEdit={(step) => go(step, true)}
          onRemove={() => useChildren.setState({ children: children.filter((one) => one !== child), at: 0 })}
        />
      ))}
      {shown.length > 0 && shown.length < MAX_CHILDREN && (
        <Actions>
          <SecondaryButton
            onClick={() => {
              useChildren.setState({ children: [...children, { ...NO_CHILD }], at: children.length });
              go('birth');
            }}
          >
            再加一个孩子
          </SecondaryButton>
        </Actions>
      )}
      {shown.length > 0 && <WipeButton onWipe={wipe} ledger={ledger} />}
    </Page>
  );
}

interface OneChildProps {
  name: string;
  child: Child;
  /** The one everything starts from. */
  current: boolean;
  today: string;
  onChoose: () => void;
  onEdit: (step: Step) => void;
  onRemove: () => void;
}

function OneChild({ name, child, current, today, onChoose, onEdit, onRemove }: OneChildProps) {
  const city = findCity(child.city);
  if (!current) {
    return (
      <CellGroup title={name}>
        <Cell icon="child" title={`换成${name}`} desc={words('birth', child, today)} onClick={onChoose} />
      </CellGroup>
    );
  }
  return (
    <>
      <CellGroup title={`${name}（现在用的是这个孩子）`}>
        {stepsOf(city).map((step) => (
          <Cell
            key={step}
            title={NAMES[step]}
            desc={words(step, child, today)}
            value="修改"
            onClick={() => onEdit(step)}
          />
        ))}
      </CellGroup>
      <SureButton label="删掉这个孩子" stop="不删了" sure={`确定删掉${name}`} onSure={onRemove}>
        {name}的情况都会删掉，找不回来。
        {child.id && '账本里记过的还在，只是不再算进估算；再加一个孩子，也接不上。'}
      </SureButton>
    </>
  );
}

const NAMES: Record<Step, string> = {
  birth: '出生日期',
  city: '在哪个城市参保',
  hukou: CHOICES.hukou.short,
  school: CHOICES.school.short,
  tier: CHOICES.tier.short,
  enrolment: CHOICES.enrolment.short,
  name: '小名',
};

function words(step: Step, child: Child, today: string): string {
  const city = findCity(child.city);
  const none = '没有填';
  if (step === 'name') return child.name || none;
  if (step === 'city') return city?.name ?? none;
  if (step === 'birth') {
    const date = birthOf(child, today);
    return date ? formatDate(date) : none;
  }
  const value = city && givenFor(step, child, city.id);
  return CHOICES[step].options(city?.name ?? '').find((one) => one.value === value)?.label ?? none;
}
