import type { ReactNode } from 'react';
import { Icon } from './icons.tsx';
import './notice.css';

/** A remark beside the text. Never red, never for errors of input. */
export function Notice({ tone = 'info', children }: { tone?: 'info' | 'warn'; children: ReactNode }) {
  return (
    <div className={`wa-notice wa-notice-${tone}`}>
      <Icon name={tone} size={20} />
      <div className="wa-notice-text">
        {tone === 'warn' && <span className="wa-sr">注意：</span>}
        {children}
      </div>
    </div>
  );
}
