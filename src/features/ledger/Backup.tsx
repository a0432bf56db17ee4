import { useRef, useState } from 'react';
import { useNavigate } from 'react-router';
import { type CityInfo, cities } from '#cities';
import {
  downloadText,
  isWeChat,
  type Ledger,
  type LedgerEntry,
  loadLedger,
  textOf,
  useChild,
  useChildren,
} from '#platform';
import {
  Actions,
  CopyButton,
  type FieldProblem,
  Form,
  Notice,
  PasteField,
  PrimaryButton,
  SecondaryButton,
  TextButton,
  toast,
  useLoaded,
} from '#ui';
import { type Backup as Copy, type Fault, type Plan, planOf, readBackup, writeBackup } from './backup.ts';
import './ledger.css';

interface Props {
  info: CityInfo;
  at: 'export' | 'import';
  today: string;
}

/** The whole ledger, every child and every city, out and in again. */
export default function Backup({ info, at, today }: Props) {
  const ledger = useLoaded(loadLedger);
  const { ready } = useChild();
  const entries = ledger.useLedger((state) => state.entries);
  return (
    <>
      {ready && (at === 'export' ? <Export entries={entries} today={today} /> : <Import info={info} ledger={ledger} />)}
    </>
  );
}

/** A message of a chat holds about so many characters. */
const LONG = 10_000;

function Export({ entries, today }: { entries: readonly LedgerEntry[]; today: string }) {
  const children = useChildren((state) => state.children);
  if (entries.length === 0) return <Notice>账本里还没有记过，没有可以存的。</Notice>;
  const text = writeBackup(children, entries);
  const copy = (
    <CopyButton text={text} spoken={`账本，${entries.length} 笔`}>
      复制账本的文字
    </CopyButton>
  );
  return (
    <section className="wa-card led-padded">
      <p>一共 {entries.length} 笔，所有孩子、所有城市的都在里面，也有小名和生日。自己存好，不要发到群里。</p>
      {isWeChat ? (
        <>
          <p>微信里不能存文件：复制下面的文字，发给“文件传输助手”，或者粘到手机的备忘录里。</p>
          {text.length > LONG && <p>文字比较长，一条消息可能放不下，粘到备忘录里更稳妥。要从头到尾完整保留。</p>}
          {copy}
        </>
      ) : (
        <>
          <Actions>
            <PrimaryButton onClick={() => downloadText(text, `家庭账本-${today}.txt`)}>存成文件</PrimaryButton>
          </Actions>
          <p>或者复制文字，粘到备忘录里：</p>
          {copy}
        </>
      )}
    </section>
  );
}

interface Found {
  plan: Plan;
  copy: Copy;
}

function Import({ info, ledger }: { info: CityInfo; ledger: Ledger }) {
  const navigate = useNavigate();
  const area = useRef<HTMLTextAreaElement>(null);
  const file = useRef<HTMLInputElement>(null);
  const [found, setFound] = useState<Found>();
  const [problems, setProblems] = useState<FieldProblem[]>([]);

  const complain = ({ line, reason }: Fault) =>
    setProblems([{ field: 'backup', message: `第 ${line} 行：${reason}手机里的什么都没有改。` }]);
  const unreadable = () =>
    setProblems([{ field: 'backup', message: '这个文件读不出来。请打开它，复制里面的文字粘到这里。' }]);
  const look = (text: string) => {
    const reading = readBackup(
      text,
      cities.map(({ id }) => id),
    );
    if (reading.kind === 'fault') return complain(reading.fault);
    const plan = planned(reading.backup);
    if ('reason' in plan) return complain(plan);
    setProblems([]);
    setFound({ plan, copy: reading.backup });
  };
  const planned = (copy: Copy) => planOf(copy, useChildren.getState().children, ledger.useLedger.getState().entries);
  const take = async (copy: Copy) => {
    // Planned anew: another page may have changed something since.
    const plan = planned(copy);
    if ('reason' in plan) {
      setFound(undefined);
      return complain(plan);
    }
    useChildren.setState({ children: plan.children });
    const kept = await ledger.changeLedger({ put: plan.put });
    if (kept) void toast('已取回');
    // Whose visits came is shown, not an empty ledger of another child.
    const last = plan.put.filter(({ city }) => city === info.id).sort((a, b) => (a.date < b.date ? 1 : -1))[0];
    const show = last && { child: last.child, year: last.date.slice(0, 4) };
    void navigate(`/${info.id}/ledger/`, { replace: true, ...(show && { state: { show } }) });
  };

  if (found) {
    const { plan, copy } = found;
    return (
      <section className="wa-card led-padded" aria-live="polite">
        <h2 className="wa-block-title">这一份里有 {copy.entries.length} 笔</h2>
        <p>{planWords(plan)}</p>
        <Actions>
          {plan.put.length > 0 ? (
            <PrimaryButton onClick={() => void take(copy)}>取回</PrimaryButton>
          ) : (
            <PrimaryButton to={`/${info.id}/ledger/`}>回到账本</PrimaryButton>
          )}
          <TextButton onClick={() => setFound(undefined)}>不取了</TextButton>
        </Actions>
      </section>
    );
  }
  return (
    <>
      <Form
        go="看看里面有什么"
        onGo={() => look(area.current?.value ?? '')}
        problems={problems}
        also={!isWeChat && <SecondaryButton onClick={() => file.current?.click()}>从文件里取</SecondaryButton>}
      >
        <PasteField name="backup" label="把存过的文字粘到这里" area={area} />
      </Form>
      {!isWeChat && (
        <input
          ref={file}
          type="file"
          hidden
          accept=".txt,text/plain"
          aria-label="账本文件"
          onChange={(event) => {
            const [chosen] = event.target.files ?? [];
            event.target.value = '';
            if (chosen) textOf(chosen).then(look, unreadable);
          }}
        />
      )}
      <p className="wa-note-text">先告诉你里面有什么，点“取回”才放进来。手机里已经记的不会丢。</p>
    </>
  );
}

function planWords({ newChildren, added, changed, same }: Plan): string {
  if (added + changed === 0) return '手机里都已经有了，不用取。';
  const parts = [
    newChildren > 0 && `新增 ${newChildren} 个孩子`,
    added > 0 && `新增 ${added} 笔`,
    same > 0 && `${same} 笔已有`,
    changed > 0 && `${changed} 笔和手机里的不一样，会换成这一份里的`,
  ];
  return `${parts.filter(Boolean).join('，')}。`;
}
