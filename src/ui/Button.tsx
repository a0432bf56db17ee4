import type { ReactNode } from 'react';
import { LinkComponent } from './link.tsx';
import './button.css';

export interface ButtonProps {
  children: ReactNode;
  /** A link that looks like a button. */
  to?: string;
  onClick?: () => void;
  type?: 'button' | 'submit';
}

const dressed = (look: string) =>
  function Button({ children, to, onClick, type = 'button' }: ButtonProps) {
    const className = `wa-button ${look}`;
    if (to) {
      return (
        <LinkComponent to={to} className={className}>
          {children}
        </LinkComponent>
      );
    }
    return (
      <button type={type} className={className} onClick={onClick}>
        {children}
      </button>
    );
  };

/** The green button: one per screen. */
export const PrimaryButton = dressed('wa-button-primary');
export const SecondaryButton = dressed('wa-button-secondary');
/** Text only; hot area 44 px. */
export const TextButton = dressed('wa-button-text');

/** Buttons below each other, the first one being the one to tap. */
export function Actions({ children }: { children: ReactNode }) {
  return <div className="wa-actions">{children}</div>;
}
