import type { ReactNode } from 'react';
import './banner.css';

/** A line across the top of the screen: restored answers, a shared link, another day, a newer version. */
export function Banner({ children, action }: { children: ReactNode; action?: { label: string; onClick: () => void } }) {
  return (
    <div className="wa-banner" role="status">
      <div className="wa-banner-text">{children}</div>
      {action && (
        <button type="button" className="wa-banner-action" onClick={action.onClick}>
          {action.label}
        </button>
      )}
    </div>
  );
}
