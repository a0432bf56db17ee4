import type { ReactNode } from 'react';
import { Icon, type IconName } from './icons.tsx';
import { LinkComponent } from './link.tsx';
import './cell.css';

export interface CellGroupProps {
  title?: string;
  note?: ReactNode;
  children: ReactNode;
}

/** White rows of at least 56 px under an optional heading. */
export function CellGroup({ title, note, children }: CellGroupProps) {
  return (
    <section className="wa-section">
      {title && <h2 className="wa-section-title">{title}</h2>}
      <ul className="wa-cells">{children}</ul>
      {note && <div className="wa-note-text">{note}</div>}
    </section>
  );
}

export interface CellProps {
  title: ReactNode;
  desc?: ReactNode;
  /** At the right end. */
  value?: ReactNode;
  icon?: IconName;
  /** Makes the whole row a link. */
  to?: string;
  /** Handed to the page of `to` with the history entry. */
  state?: unknown;
  /** Makes the whole row a button. */
  onClick?: () => void;
}

export function Cell({ title, desc, value, icon, to, state, onClick }: CellProps) {
  const inner = (
    <>
      {icon && (
        <span className="wa-cell-icon">
          <Icon name={icon} />
        </span>
      )}
      <span className="wa-cell-text">
        <span className="wa-cell-title">{title}</span>
        {desc && <span className="wa-cell-desc">{desc}</span>}
      </span>
      {value && <span className="wa-cell-value">{value}</span>}
      {(to || onClick) && (
        <span className="wa-cell-chevron">
          <Icon name={to?.startsWith('http') ? 'external' : 'chevron'} size={20} />
        </span>
      )}
    </>
  );
  return (
    <li className="wa-cell-item">
      {to ? (
        <LinkComponent to={to} className="wa-cell wa-cell-tap" state={state}>
          {inner}
        </LinkComponent>
      ) : onClick ? (
        <button type="button" className="wa-cell wa-cell-tap" onClick={onClick}>
          {inner}
        </button>
      ) : (
        <div className="wa-cell">{inner}</div>
      )}
    </li>
  );
}
