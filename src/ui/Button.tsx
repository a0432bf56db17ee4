import type { MouseEventHandler, ReactNode } from 'react';
import { LinkComponent } from './link.tsx';
import './button.css';

export interface ButtonProps {
  children: ReactNode;
  /** A link that looks like a button. */
  to?: string;
  onClick?: MouseEventHandler<HTMLButtonElement>;
  type?: 'button' | 'submit';
}

function Button({ look, children, to, onClick, type = 'button' }: ButtonProps & { look: string }) {
  const className = `wa-button wa-button-${look}`;
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
}

/** The green button: one per screen. */
export const PrimaryButton = (props: ButtonProps) => <Button look="primary" {...props} />;
export const SecondaryButton = (props: ButtonProps) => <Button look="secondary" {...props} />;
/** Text only; hot area 44 px. */
export const TextButton = (props: ButtonProps) => <Button look="text" {...props} />;

/** Buttons below each other, the first one being the one to tap. */
export function Actions({ children }: { children: ReactNode }) {
  return <div className="wa-actions">{children}</div>;
}
