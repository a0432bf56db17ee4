import { useEffect } from 'react';
import { useLocation, useNavigate } from 'react-router';

/** Understood on every page: the app as of another day, for those who check facts. */
const COMMON = ['asof'];

/**
 * Drops foreign keys (`from`, `isappinstalled`, …) from the address once the page is there, with one replace and no reload,
 * so that the next share is clean. Each kind of page names the keys it understands.
 */
export function KnownKeys({ keys }: { keys: readonly string[] }) {
  const { search, hash, state } = useLocation();
  const navigate = useNavigate();
  useEffect(() => {
    const given = [...new URLSearchParams(search)];
    const known = new Map(given.filter(([key]) => keys.includes(key) || COMMON.includes(key)));
    if (given.length === known.size) return;
    const rest = new URLSearchParams([...known]);
    rest.sort();
    const text = rest.toString();
    void navigate({ search: text && `?${text}`, hash }, { replace: true, state });
  }, [keys, search, hash, state, navigate]);
  return null;
}
