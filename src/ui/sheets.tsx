import { createContext, type ReactNode, useCallback, useContext, useId, useMemo } from 'react';
import { useLocation, useNavigate } from 'react-router';

interface Sheets {
  /** The one that is open. */
  at: unknown;
  show: (id: string) => void;
  close: () => void;
}

const Sheets = createContext<Sheets | undefined>(undefined);

/**
 * Knows which sheet is open: it is kept as an entry of the history, so that "back" closes it and nothing else. One place follows the
 * router for all of them; a page has dozens of figures, and each can open one.
 */
export function SheetsProvider({ children }: { children: ReactNode }) {
  const { state, search, hash } = useLocation();
  const navigate = useNavigate();
  const at: unknown = typeof state === 'object' && state !== null ? state.sheet : undefined;
  const sheets = useMemo(
    () => ({
      at,
      show: (id: string) => void navigate({ search, hash }, { state: { sheet: id } }),
      close: () => void navigate(-1),
    }),
    [at, navigate, search, hash],
  );
  return <Sheets.Provider value={sheets}>{children}</Sheets.Provider>;
}

/** A place in the history outlives its document, and names of elements do not: what was open in another one is not open in this. */
const HERE = Math.random();

/** A sheet of one's own: whether it is open, and what opens and closes it. */
export function useSheet(): { open: boolean; show: () => void; close: () => void } {
  const id = `${HERE}${useId()}`;
  // Below `SheetsProvider`, that is everywhere.
  const sheets = useContext(Sheets) as Sheets;
  const open = sheets.at === id;
  const show = useCallback(() => sheets.show(id), [sheets, id]);
  const close = useCallback(() => {
    if (open) sheets.close();
  }, [sheets, open]);
  return { open, show, close };
}
