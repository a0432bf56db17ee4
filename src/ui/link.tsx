import type { MouseEvent, ReactNode } from 'react';
import { useHref, useNavigate } from 'react-router';

/** Addresses inside the app end with a slash before query and fragment, as the files of the host do. */
function internal(to: string): string {
  const [, path = to, rest = ''] = /^([^?#]*)(.*)$/.exec(to) ?? [];
  return path.endsWith('/') ? to : `${path}/${rest}`;
}

export interface LinkProps {
  /** `/…` inside the app; anything else (`https:`, `tel:`) as it is. */
  to: string;
  className?: string;
  label?: string;
  current?: boolean;
  /** Handed to the next page with the history entry. */
  state?: unknown;
  children: ReactNode;
}

/** A real `<a>`, whatever it leads to: it works before and without the script. */
export function LinkComponent({ to, className, label, current, state, children }: LinkProps) {
  const inside = to.startsWith('/');
  const path = inside ? internal(to) : '';
  const href = useHref(path);
  const navigate = useNavigate();
  // A plain tap changes the page here; anything else (new tab, long press) is the browser's.
  const onClick = (event: MouseEvent) => {
    if (!inside || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    void navigate(path, { state, replace: false });
  };
  return (
    <a
      href={inside ? href : to}
      className={className}
      rel={to.startsWith('http') ? 'noreferrer' : undefined}
      aria-label={label}
      aria-current={current ? 'page' : undefined}
      onClick={onClick}
    >
      {children}
    </a>
  );
}
