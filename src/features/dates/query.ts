/** Addresses of the screens of a calculator. Never a birth date. */
import { useLocation, useNavigate } from 'react-router';
import { isRecord, useMounted } from '#platform';

/** The query with some keys set (or dropped with `undefined`), sorted; the others stay. */
export function withKeys(search: string, patch: Record<string, string | undefined>): string {
  const query = new URLSearchParams(search);
  for (const [key, value] of Object.entries(patch)) {
    if (value === undefined) query.delete(key);
    else query.set(key, value);
  }
  query.sort();
  const text = query.toString();
  return text ? `?${text}` : '';
}

/** The query, once the prerendered page has been taken over: that page knows of none. */
export function useAddress(): { search: string } {
  const mounted = useMounted();
  const { search } = useLocation();
  return { search: mounted ? search : '' };
}

/** In an entry of the history that was come to from the screen before. */
export const INSIDE = { inside: true };

/** 上一步: back in the history where one came from that screen; a screen that was opened by its address gives way to it. */
export function useStepBack(): (search: string) => void {
  const { state } = useLocation();
  const navigate = useNavigate();
  return (search) =>
    void (isRecord(state) && 'inside' in state ? navigate(-1) : navigate({ search }, { replace: true }));
}
