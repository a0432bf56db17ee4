import type { ReactNode } from 'react';
import { Link } from 'react-router';

/** Addresses inside the app end with a slash before query and fragment, as the files of the host do. */
export function internal(to: string): string {
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
  const rest = { className, 'aria-label': label, 'aria-current': current ? ('page' as const) : undefined };
  if (to.startsWith('/')) {
    return (
      <Link to={internal(to)} state={state} {...rest}>
        {children}
      </Link>
    );
  }
  return (
    <a href={to} rel={to.startsWith('http') ? 'noreferrer' : undefined} {...rest}>
      {children}
    </a>
  );
}
