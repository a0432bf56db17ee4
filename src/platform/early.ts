/**
 * What was chosen or typed on the prerendered page before the script took it over (a second or more on a slow phone): React
 * draws its own state over it, so the answer would be gone under the reader's eyes. The script in the page's head has
 * noted it (`scripts/lib/first-script.ts`).
 */

declare global {
  interface Window {
    waEarly?: Early | undefined;
  }
}

/** Input → whether it was checked, else what was typed; gone once the page is taken over. */
interface Early extends Map<HTMLInputElement, true | string> {
  /** The button that was tapped last. */
  b?: HTMLButtonElement | undefined;
}

/**
 * From now on React listens, right before it takes the page over: a click that gets as far as the window was heard by it (one that it
 * cannot answer yet it stops).
 */
export function reactListens(): void {
  window.addEventListener('click', () => {
    if (window.waEarly) window.waEarly.b = undefined;
  });
}

let tapped: HTMLButtonElement | undefined;

/**
 * Gives the early answers again, once the page is taken over. A link that leads into a flow (`at`) shows another question by
 * then: what was tapped on the first one is no answer to it.
 */
export function giveEarlyAnswers(): void {
  const early = window.waEarly;
  window.waEarly = undefined;
  if (!early || /[?&]at=/.test(window.location.search)) return;
  // Each in a task of its own: what is made of the one is drawn before the next is given.
  early.forEach((state, input) => {
    setTimeout(() => answer(state, input));
  });
  tapped = early.b;
}

/** Gives the last early tap on a button again, after the answers. @param buttons those that are listened to by now */
export function giveEarlyTap(buttons: string): void {
  const button = tapped;
  if (!button?.matches(buttons)) return;
  tapped = undefined;
  // The answers are drawn first: the button goes on from them.
  setTimeout(() => button.click());
}

/**
 * As if done just now. React keeps a copy of an input's state and hears of a change only if it differs from that, so the
 * copy is turned back first; what a finger or a key does goes past it.
 */
function answer(state: true | string, input: HTMLInputElement): void {
  if (state === true) {
    input.checked = false;
    input.click();
  } else {
    input.value = '';
    Reflect.set(HTMLInputElement.prototype, 'value', state, input);
    input.dispatchEvent(new Event('input', { bubbles: true }));
  }
}
