import { useEffect, useState } from 'react';
import { useServices } from './services.tsx';

/** One quiet line once the day has come on which a value of this page should have been looked at again. */
export function Stale({ day }: { day: string | undefined }) {
  const services = useServices();
  const [words, setWords] = useState<string>();
  useEffect(() => {
    setWords(day && services.late(day));
  }, [day, services]);
  return words && <p className="wa-stale">{words}</p>;
}
