/** Walks a journey: finds things by their words, waits for them, and looks at every screen for what must not be. */
import type { Driver } from './driver.ts';
import type { Step } from './journeys.ts';

const PATIENCE = 10_000;
/** Looks in a row, 40 ms apart, at which a thing stood at one place: a busy phone halts in the middle of a movement. */
const STILL = 3;

interface Spot {
  x: number;
  y: number;
  /** The middle is really this control, nothing lies over it. */
  free: boolean;
}

/**
 * A function in the page. It may use nothing from outside itself; `__name` is what the runner's compiler puts round inner
 * functions.
 */
function call<A extends unknown[], R>(driver: Driver, inPage: (...args: A) => R, ...args: A): Promise<R> {
  const list = args.map((one) => JSON.stringify(one)).join(',');
  return driver.ask<R>(`(function(){var __name=function(f){return f};return (${inPage})(${list})})()`);
}

/** Controls by their words: as a whole, else at the start, else anywhere; only those the app has taken over. */
function spotOf(words: string, kinds: string): Spot | undefined {
  const seen = (one: Element) => one.getClientRects().length > 0 && getComputedStyle(one).visibility !== 'hidden';
  const plain = (text: string) => text.replace(/\s+/g, ' ').trim();
  const dialog = Array.from(document.querySelectorAll('[role="dialog"]')).filter(seen).pop();
  const live = (one: Element) => Object.keys(one).some((key) => key.indexOf('__reactProps') === 0);
  const named = Array.from((dialog || document).querySelectorAll<HTMLElement>(kinds))
    .filter((one) => seen(one) && live(one))
    .map((one) => {
      const label = one instanceof HTMLInputElement && one.labels ? one.labels[0] : undefined;
      return { one, name: plain(one.getAttribute('aria-label') || (label || one).innerText) };
    });
  const found =
    named.filter(({ name }) => name === words)[0] ||
    named.filter(({ name }) => name.indexOf(words) === 0)[0] ||
    named.filter(({ name }) => name.indexOf(words) > 0)[0];
  if (!found) return undefined;
  found.one.scrollIntoView({ block: 'center' });
  // Of a link that breaks over two lines, the first.
  const box = found.one.getClientRects()[0];
  if (!box) return undefined;
  const x = box.left + box.width / 2;
  const y = box.top + box.height / 2;
  const hit = document.elementFromPoint(x, y);
  return { x, y, free: hit !== null && found.one.contains(hit) };
}

function wrongOnScreen(): string[] {
  const faults: string[] = [];
  const over = document.documentElement.scrollWidth - window.innerWidth;
  if (over > 0) faults.push(`${over} px wider than the screen`);
  const bad = /NaN|undefined|\[object|null元/.exec(document.body.innerText);
  if (bad) faults.push(`“${bad[0]}” on screen`);
  return faults;
}

async function until<T>(what: string, ask: () => Promise<T | undefined | false>): Promise<T> {
  const end = Date.now() + PATIENCE;
  for (;;) {
    const answer = await ask();
    if (answer) return answer;
    if (Date.now() > end) throw new Error(what);
    await new Promise((resolve) => setTimeout(resolve, 40));
  }
}

/** Waits until the control is there, stands still and lies free. */
async function touch(driver: Driver, words: string, kinds: string): Promise<void> {
  let last: Spot | undefined;
  let still = 0;
  const spot = await until(`nothing to tap: “${words}”`, async () => {
    const now = await call(driver, spotOf, words, kinds);
    const same = now?.free && last && Math.abs(now.y - last.y) < 1 && Math.abs(now.x - last.x) < 1;
    still = same ? still + 1 : 0;
    last = now;
    return still >= STILL ? now : undefined;
  });
  await driver.tap(spot.x, spot.y);
}

const sheetSays = (words: string) => {
  const sheet = Array.from(document.querySelectorAll<HTMLElement>('[role="dialog"]')).pop();
  return (sheet ? sheet.innerText.replace(/\s+/g, ' ') : '').indexOf(words) >= 0;
};
const noSheet = () =>
  Array.from(document.querySelectorAll('[role="dialog"]')).every((one) => one.getClientRects().length === 0);

const CONTROLS = 'a[href], button, summary, label';

async function take(driver: Driver, step: Step, origin: string): Promise<void> {
  if ('open' in step) return driver.open(origin + step.open);
  if ('back' in step) return driver.back();
  if ('reload' in step) return driver.reload();
  if ('tap' in step) return touch(driver, step.tap, CONTROLS);
  if ('title' in step) {
    await until(`no heading “${step.title}”`, () =>
      call(driver, (words) => document.querySelector('h1')?.innerText.trim() === words, step.title),
    );
  } else if ('see' in step) {
    await until(`not to be seen: “${step.see}”`, () =>
      call(driver, (words) => document.body.innerText.replace(/\s+/g, ' ').indexOf(words) >= 0, step.see),
    );
  } else if ('inSheet' in step) {
    await until(`not in the half-screen: “${step.inSheet}”`, () => call(driver, sheetSays, step.inSheet));
  } else if ('noSheet' in step) {
    await until('the half-screen stays open', () => call(driver, noSheet));
  } else if ('choose' in step) {
    await touch(driver, step.choose, 'label');
    await until(`not chosen: “${step.choose}”`, () =>
      call(
        driver,
        (words) =>
          Array.from(document.querySelectorAll('label')).some(
            (one) => one.innerText.indexOf(words) >= 0 && one.querySelector('input:checked') !== null,
          ),
        step.choose,
      ),
    );
    await touch(driver, step.then, 'button');
  } else if ('fill' in step) {
    await touch(driver, step.fill, 'input');
    await call(driver, () => (document.activeElement as HTMLInputElement).select());
    await driver.type(step.text);
    await until(`not typed: “${step.text}”`, () =>
      call(driver, (text) => (document.activeElement as HTMLInputElement).value === text, step.text),
    );
  } else if ('drawn' in step) {
    await until(`no picture “${step.drawn}”`, () =>
      call(
        driver,
        (words) =>
          Array.from(document.images).some(
            (one) => one.alt.indexOf(words) >= 0 && one.naturalWidth >= 1080 && one.src.indexOf('data:image/png') === 0,
          ),
        step.drawn,
      ),
    );
  } else {
    await until(`text is not ${step.textSize} px`, () =>
      call(
        driver,
        (px) => Math.abs(Number.parseFloat(getComputedStyle(document.body).fontSize) - px) < 0.1,
        step.textSize,
      ),
    );
  }
}

/** Throws, in words, at the first step that cannot be taken. */
export async function walk(driver: Driver, steps: Step[], origin: string, look?: (at: number) => Promise<void>) {
  for (const [at, step] of steps.entries()) {
    const where = `step ${at + 1} ${JSON.stringify(step)}`;
    try {
      await take(driver, step, origin);
    } catch (fault) {
      throw new Error(`${where}: ${fault instanceof Error ? fault.message : fault}`);
    }
    await look?.(at);
    const faults = [...(await call(driver, wrongOnScreen)), ...driver.complaints()];
    if (faults.length > 0) throw new Error(`${where}: ${faults.join('; ')}`);
  }
}
