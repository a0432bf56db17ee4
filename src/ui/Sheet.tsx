import { type ReactNode, Suspense, useCallback, useEffect, useId, useState } from 'react';
import { useLocation, useNavigate } from 'react-router';
import { part } from './useLoaded.ts';

/** The half-screen and what moves it (28 KB) come at the first touch. */
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
    <Suspense fallback={null}>
      <SheetBody {...props} />
    </Suspense>
  );
}

/** Whether a sheet is open, kept as an entry of the history, so that "back" closes it and nothing else. */
export function useSheet(): { open: boolean; show: () => void; close: () => void } {
  const id = useId();
  const { state, search, hash } = useLocation();
  const navigate = useNavigate();
  const open = typeof state === 'object' && state !== null && state.sheet === id;
  const show = useCallback(() => {
    void navigate({ search, hash }, { state: { sheet: id } });
  }, [navigate, search, hash, id]);
  const close = useCallback(() => {
    if (open) void navigate(-1);
  }, [navigate, open]);
  return { open, show, close };
}
