import { Actions, Notice, PrimaryButton, SecondaryButton, SureButton, toast } from '#ui';
import { recordAddress } from './address.ts';
import type { BookProps } from './Book.tsx';

/** The green button; before the first visit also what this is, and the other way to begin. */
export function Start({ info, own, settled, person, year }: BookProps) {
  if (person && person.place === undefined) return null;
  const first = own.length === 0;
  return (
    <>
      {first && (
        <Notice>
          还没有记过。看完病，照缴费单记一笔，今年的限额和起付线还剩多少就列在这里。下次估算从账本接着算，不用再填“今年已经用过多少”。
        </Notice>
      )}
      {!first && settled.rows.length === 0 && <Notice>{year}年还没有记。</Notice>}
      <Actions>
        <PrimaryButton to={recordAddress(info.id)}>记一笔</PrimaryButton>
        {first && <SecondaryButton to={`/${info.id}/estimate/`}>先算一次，再记进来</SecondaryButton>}
      </Actions>
    </>
  );
}

/** For visits of a child that is no longer among the children: they can go, too. */
export function RemoveAll({ ledger, entries, person }: BookProps) {
  if (!person || person.place !== undefined) return null;
  const ids = entries.filter(({ child }) => child === person.id).map(({ id }) => id);
  const remove = async () => {
    if (await ledger.changeLedger({ remove: ids })) void toast('已删掉');
  };
  return (
    <SureButton
      label={`删掉这个孩子的 ${ids.length} 笔`}
      stop="不删了"
      sure={`确定删掉这 ${ids.length} 笔`}
      onSure={() => void remove()}
    >
      删掉就找不回来了。
    </SureButton>
  );
}
