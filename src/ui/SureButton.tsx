import { type ReactNode, useState } from 'react';
import { Actions, SecondaryButton, TextButton } from './Button.tsx';

/**
 * A `ref` for what comes where nobody looks, below the last line of a page: it comes into view, with the button under it. Once: as a
 * function made anew it would be called at each drawing.
 */
export const intoView = (note: HTMLElement | null): void => note?.scrollIntoView({ block: 'center' });

export interface SureProps {
  /** What it does; where it was tapped, how not to. */
  label: string;
  stop: string;
  /** What will be lost. */
  children: ReactNode;
  /** On the button that does it. */
  sure: string;
  onSure: () => void;
}

/** What cannot be undone: the first tap says what will be lost, a second one does it. */
export function SureButton({ label, stop, children, sure, onSure }: SureProps) {
  const [asked, ask] = useState(false);
  return (
    <Actions>
      <TextButton onClick={() => ask(!asked)}>{asked ? stop : label}</TextButton>
      {asked && (
        <>
          <p className="wa-note-text" role="alert" ref={intoView}>
            {children}
          </p>
          <SecondaryButton
            onClick={({ currentTarget }) => {
              currentTarget.parentElement?.querySelector('button')?.focus();
              ask(false);
              onSure();
            }}
          >
            {sure}
          </SecondaryButton>
        </>
      )}
    </Actions>
  );
}
