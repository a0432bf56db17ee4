import type { Block } from '#policy/types.ts';
import { CopyButton } from './CopyButton.tsx';
import { Icon } from './icons.tsx';
import type { TickList } from './Materials.tsx';
import { RichText, useCheckedOn, useDocument } from './RichText.tsx';
import { formatDate } from './titles.ts';
import './path.css';

type Path = Extract<Block, { type: 'path' }>;

/** Where a page of that kind has its search box. */
const searchIn: Record<Path['account']['kind'], string> = {
  公众号: '在公众号里搜',
  小程序: '在微信里搜',
  生活号: '在支付宝里搜',
  APP: '在 APP 里搜',
  网站: '在网站里搜',
  窗口: '在窗口说要办',
  终端机: '在终端机上找',
  服务: '搜索',
};

/** Places one goes to: their names are not typed anywhere. */
const IN_PERSON: readonly Path['account']['kind'][] = ['窗口', '终端机'];

/** An account's exact name, the menus to tap in order, what follows, and what to do when a name has moved. */
export function PathBlock({ block, ticks }: { block: Path; ticks: TickList }) {
  const { title, account, menu, then = [], search, at } = block;
  const checkedOn = useCheckedOn();
  const document = useDocument(at);
  return (
    <section className="wa-card wa-path">
      {title && <h2 className="wa-block-title">{title}</h2>}
      <div className="wa-account">
        <p className="wa-account-text">
          <span className="wa-account-kind">{account.kind}</span>
          <strong className="wa-account-name">{account.name}</strong>
        </p>
        {!IN_PERSON.includes(account.kind) && <CopyButton text={account.name}>复制名称</CopyButton>}
      </div>
      {account.url && (
        <a className="wa-account-url" href={account.url} rel="noreferrer">
          <span>{account.url}</span>
          <Icon name="external" size={18} />
        </a>
      )}
      {menu.length > 0 && (
        <ol className="wa-menu" aria-label="依次点，点过的可以打个勾">
          {menu.map((name, place) => (
            <MenuStep key={name} name={name} item={`${title ?? account.name}>${place}`} ticks={ticks} />
          ))}
        </ol>
      )}
      {then.length > 0 && (
        <ul className="wa-then">
          {then.map((text) => (
            <li key={text}>
              <RichText text={text} />
            </li>
          ))}
        </ul>
      )}
      <p className="wa-path-foot">
        {checkedOn && `最后核对 ${formatDate(checkedOn)}`}
        {document && ` · 对照《${document.title}》`}
      </p>
      {search && (
        <div className="wa-lost">
          <p>
            找不到？{searchIn[account.kind]}“{search}”。
          </p>
          <CopyButton text={search}>复制这个词</CopyButton>
        </div>
      )}
    </section>
  );
}

/** One menu to tap in the other app; tapping it here ticks it off, so that one finds the place again after switching. */
function MenuStep({ name, item, ticks }: { name: string; item: string; ticks: TickList }) {
  const done = ticks.has(item);
  return (
    <li className="wa-menu-step">
      <button
        type="button"
        className={`wa-menu-name${done ? ' wa-menu-done' : ''}`}
        aria-pressed={done}
        onClick={() => ticks.toggle(item)}
      >
        {done && <Icon name="check" size={16} />}
        {name}
      </button>
      <Icon name="chevron" size={18} />
    </li>
  );
}
