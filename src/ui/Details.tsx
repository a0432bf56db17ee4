import type { ReactNode } from 'react';
import { Icon } from './icons.tsx';
import './details.css';

/** Folded text; native, so it opens before the script and is found by search engines. */
export function Details({ title, children, open }: { title: string; children: ReactNode; open?: boolean }) {
  return (
    <details className="wa-details" open={open}>
      <summary className="wa-summary">
        <span>{title}</span>
        <Icon name="chevron" size={20} />
      </summary>
      <div className="wa-details-body">{children}</div>
    </details>
  );
}
