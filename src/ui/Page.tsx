import { type ReactNode, useEffect } from 'react';
import { Icon } from './icons.tsx';
import { LinkComponent } from './link.tsx';
import { useServices } from './services.tsx';
import { documentTitle, formatDate } from './titles.ts';
import './page.css';
import './facts.css';

export interface Hotline {
  number: string;
  name: string;
}

export interface PageFooter {
  /** `2026 年度`, or the school year. */
  rulesYear?: string;
  /** Empty: nothing on this page was compared with a source. */
  checkedOn?: string;
  hotlines?: Hotline[];
}

export interface PageProps {
  /** The `h1`. */
  title: string;
  /** Small line above the title; with `to` a link, usually the way home. */
  above?: { text: string; to?: string; sign?: ReactNode };
  /** The answer first: one or two sentences under the title. */
  lead?: ReactNode;
  /** City name for the document title. */
  city?: string;
  /** Document title where it is not `city少儿医保：title`. */
  docTitle?: string;
  footer?: PageFooter;
  children: ReactNode;
}

/** One screen: a large title on the page's ground, the content column, and the footer that says what this is. */
export function Page({ title, above, lead, city, docTitle, footer = {}, children }: PageProps) {
  const { setTitle } = useServices();
  const name = docTitle ?? documentTitle(title, city);
  useEffect(() => setTitle(name), [name, setTitle]);
  return (
    <div className="wa-page">
      <main>
        <header className="wa-head">
          <button type="button" className="wa-share">
            <Icon name="share" size={18} />
            分享
          </button>
          {above &&
            (above.to ? (
              <Above to={above.to} text={above.text} />
            ) : (
              <p className="wa-above">
                {above.sign}
                {above.text}
              </p>
            ))}
          <h1 className="wa-title">{title}</h1>
          {lead && <div className="wa-lead">{lead}</div>}
        </header>
        {children}
      </main>
      <Footer {...footer} />
    </div>
  );
}

function Above({ to, text }: { to: string; text: string }) {
  return (
    <nav aria-label="所在位置" className="wa-above">
      <LinkComponent to={to} className="wa-above-link">
        <Icon name="home" size={18} />
        {text}
      </LinkComponent>
    </nav>
  );
}

function Footer({ rulesYear, checkedOn, hotlines = [] }: PageFooter) {
  const { version } = useServices();
  const checked = checkedOn ?? version.policyDate;
  return (
    <footer className="wa-footer">
      {hotlines.length > 0 && (
        <ul className="wa-hotlines" aria-label="咨询电话">
          {hotlines.map(({ number, name }) => (
            <li key={number + name}>
              <a
                className="wa-hotline"
                href={`tel:${number}`}
                aria-label={`拨打 ${name.includes(number) ? name : `${name} ${number}`}`}
              >
                <Icon name="phone" size={18} />
                <span className="wa-num">{name.includes(number) ? name : `${name} ${number}`}</span>
              </a>
            </li>
          ))}
        </ul>
      )}
      <p>
        <strong>非官方，仅供参考。</strong>以医保、税务部门和办理页面为准。
      </p>
      {checked && (
        <p>
          规则年度 {rulesYear ?? checked.slice(0, 4)} · 最后核对 {formatDate(checked)}
        </p>
      )}
      <p>
        页面版本 <span className="wa-num">{version.build}</span>
      </p>
      <button type="button" className="wa-care">
        <span className="wa-care-on">换成大字版</span>
        <span className="wa-care-off">换回普通字</span>
      </button>
    </footer>
  );
}
