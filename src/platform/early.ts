/**
 * What was chosen or typed on the prerendered page before the script took it over (a second or more on a slow phone). React
 * draws its own state over it, so the answer would be gone under the reader's eyes: it is noted here and given again.
 */

const noted = new Map<HTMLInputElement, { checked: boolean; value: string }>();

function note(input: HTMLInputElement): void {
  noted.set(input, { checked: input.checked, value: input.value });
}

const onInput = ({ target }: Event) => note(target as HTMLInputElement);

/** The entry calls it before React starts: notes what stands there already, and what comes until the page is taken over. */
export function noteEarlyAnswers(within: Element): void {
  for (const input of within.querySelectorAll('input'))
    if (input.checked !== input.defaultChecked || input.value !== input.defaultValue) note(input);
  document.addEventListener('input', onInput, true);
}

/**
 * Once the page is taken over. A link that leads into a flow (`at`) shows another question by then: what was tapped on
 * the first one is no answer to it.
 */
export function giveEarlyAnswers(): void {
  document.removeEventListener('input', onInput, true);
  if (!/[?&]at=/.test(window.location.search)) noted.forEach(answer);
  noted.clear();
}

/**
 * As if done just now. React keeps a copy of an input's state and hears of a change only if it differs from that, so the
 * copy is turned back first; what a finger or a key does goes past it.
 */
function answer({ checked, value }: { checked: boolean; value: string }, input: HTMLInputElement): void {
  if (checked) {
    input.checked = false;
    input.click();
  } else {
    input.value = '';
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(input, value);
    input.dispatchEvent(new Event('input', { bubbles: true }));
  }
}
