/** Whether the host has a newer release than the page that is open. */
import { latestBuild } from './missing.ts';

/** Asks now and each time the page is looked at again; calls back once, with the newer build. Returns how to stop. */
export function watchVersion(current: string, onNewer: (build: string) => void): () => void {
  if (current === 'dev') return () => undefined;
  let asking = false;
  const stop = () => document.removeEventListener('visibilitychange', ask);
  async function ask(): Promise<void> {
    if (asking || document.visibilityState === 'hidden') return;
    asking = true;
    const build = await latestBuild();
    asking = false;
    if (!build || build === current) return;
    stop();
    onNewer(build);
  }
  document.addEventListener('visibilitychange', ask);
  void ask();
  return stop;
}
