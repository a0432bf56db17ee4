import type { Block } from '#policy/types.ts';
import { CopyButton } from './CopyButton.tsx';
import { Icon } from './icons.tsx';
import { RichText, useCheckedOn, useDocument } from './RichText.tsx';
import { formatDate } from './titles.ts';
import './blocks.css';

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

/** An account's exact name, the menus to tap in order, what follows, and what to do when a name has moved. */
export function PathBlock({ block }: { block: Path }) {
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
        <CopyButton text={account.name}>复制名称</CopyButton>
      </div>
      {account.url && (
        <a className="wa-account-url" href={account.url} rel="noreferrer">
          <span>{account.url}</span>
          <Icon name="external" size={18} />
        </a>
      )}
      {menu.length > 0 && (
        <ol className="wa-menu" aria-label="依次点">
          {menu.map((name) => (
            <li key={name} className="wa-menu-step">
              <span className="wa-menu-name">{name}</span>
              <Icon name="chevron" size={18} />
            </li>
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
