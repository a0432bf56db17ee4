/**
 * The one script inside the pages, run before anything is drawn: 大字版 as it was last chosen, so that the page does not
 * jump when the app takes it over, a note of what is answered and tapped until then (`src/platform/early.ts` gives it again), and the
 * request for the page's own parts once its first frame stands.
 * Old syntax, and harmless where storage is refused. The content policy names it by its hash; why, in ADR 10.
 */
import { createHash } from 'node:crypto';
import { CARE_KEY } from '../../src/platform/care.ts';
import { PREFIX } from '../../src/platform/storage.ts';

/** What a link to a part is until the first frame stands. */
export const LATER = 'after-paint';

export const firstScript = [
  `try{document.documentElement.dataset.mode=localStorage.getItem("${PREFIX + CARE_KEY}")||""}catch(e){}`,
  'waEarly=new Map;',
  'addEventListener("input",function(e){e=e.target;waEarly&&waEarly.set(e,e.checked||e.value)},true);',
  'addEventListener("click",function(e){e=e.target.closest("button");waEarly&&e&&(waEarly.b=e)},true);',
  // The browser stops whatever is loading before it learns that the policy lets no form be sent: the page would stay dead.
  'addEventListener("submit",function(e){e.preventDefault()},true);',
  // The first frame with something in it stands: now the page's own parts. Where nobody says so, or in the background, the entry asks for them itself.
  'try{new PerformanceObserver(function(l,o){if(!l.getEntriesByName("first-contentful-paint")[0])return;o.disconnect();',
  `document.querySelectorAll("link[rel=${LATER}]").forEach(function(e){e.rel="modulepreload"})`,
  '}).observe({entryTypes:["paint"]})}catch(e){}',
].join('');

/** As the content policy writes it. */
export const firstScriptHash = `'sha256-${createHash('sha256').update(firstScript).digest('base64')}'`;
