import { useEffect, useState } from 'react';

/** False in the prerendered page and in the first render, true from then on. */
export function useMounted(): boolean {
  const [mounted, setMounted] = useState(false);
  useEffect(() => setMounted(true), []);
  return mounted;
}
