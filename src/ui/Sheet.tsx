import { type ReactNode, useEffect, useState } from 'react';
import { Attempt } from './Attempt.tsx';
import { part } from './useLoaded.ts';

/** The half-screen and what moves it come at the first touch. */
const SheetBody = part(async () => (await import('./SheetBody.tsx')).default);

/** Starts fetching the half-screen: on pointer down or focus of whatever will open it. */
export const warmSheet = SheetBody.warm;

export interface SheetProps {
  open: boolean;
  onClose: () => void;
  title: string;
  children: ReactNode;
}

/** Half-screen dialog from below: at most 75 % high, Esc, back and the ground close it, focus goes back. */
export function Sheet(props: SheetProps) {
  const [seen, setSeen] = useState(false);
  // Not while the page is taken over, which knows of none.
  useEffect(() => setSeen((before) => before || props.open), [props.open]);
  if (!seen) return null;
  return (
    <Attempt open={props.open} onFail={props.onClose}>
      <SheetBody {...props} />
    </Attempt>
  );
}
