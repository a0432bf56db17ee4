/** Measures that run inside the page. Each returns what is wrong, in words; empty is well. */
import type { Page } from '@playwright/test';

/** Hit boxes at ±21 px around the middle; what stands inside a sentence at ±11. */
export const smallTargets = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const faults: string[] = [];
    for (const element of document.querySelectorAll<HTMLElement>('a[href], button, summary, label, input')) {
      if (element.tagName === 'INPUT' && element.closest('label')) continue;
      if (element.tagName === 'LABEL' && !element.querySelector('input')) continue;
      if (!element.checkVisibility() || element.getClientRects().length === 0) continue;
      element.scrollIntoView({ block: 'center' });
      const { left, top, width, height } = element.getBoundingClientRect();
      const inText =
        /^inline/.test(getComputedStyle(element).display) && element.matches('p *, li *, td *, .wa-lead *');
      const reach = inText ? 11 : 21;
      const [x, y] = [left + width / 2, top + height / 2];
      const row = element.getClientRects()[0];
      const at = inText && row ? [row.left + row.width / 2, row.top + row.height / 2] : [x, y];
      const misses = [
        [0, -reach],
        [0, reach],
        ...(width >= 44
          ? []
          : [
              [-reach, 0],
              [reach, 0],
            ]),
      ].filter(([dx = 0, dy = 0]) => {
        const hit = document.elementFromPoint((at[0] ?? 0) + dx, (at[1] ?? 0) + dy);
        return !(hit && (hit === element || element.contains(hit) || (inText && hit.closest('[data-num], a'))));
      });
      if (misses.length > 0)
        faults.push(`${element.tagName} “${element.textContent}” ${Math.round(width)}×${Math.round(height)}`);
      if (element.matches('.wa-button') && height < 48 && !element.matches('.wa-button-text'))
        faults.push(`low button “${element.textContent}”`);
    }
    const buttons = [...document.querySelectorAll('.wa-actions > .wa-button')].map((one) =>
      one.getBoundingClientRect(),
    );
    buttons.forEach((box, i) => {
      const next = buttons[i + 1];
      if (next && next.top >= box.bottom && next.top - box.bottom < 8) faults.push('buttons closer than 8 px');
    });
    return faults;
  });

/** Text below 13 px, paragraphs with narrow lines, a body below 16 px. */
export const smallText = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const faults = new Set<string>();
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const element = node.parentElement;
      if (
        !element ||
        !node.textContent?.trim() ||
        !element.checkVisibility() ||
        element.closest('script, noscript, style')
      )
        continue;
      const size = Number.parseFloat(getComputedStyle(element).fontSize);
      if (size < 13) faults.add(`${size} px: ${node.textContent.slice(0, 20)}`);
    }
    if (Number.parseFloat(getComputedStyle(document.body).fontSize) < 16) faults.add('body below 16 px');
    for (const element of document.querySelectorAll('main p, main .wa-facts li, main .wa-steps li')) {
      if ((element.textContent ?? '').length < 40 || !element.checkVisibility()) continue;
      const { fontSize, lineHeight } = getComputedStyle(element);
      if (Number.parseFloat(lineHeight) / Number.parseFloat(fontSize) < 1.5 - 0.01)
        faults.add(`narrow lines: ${element.textContent?.slice(0, 20)}`);
    }
    return [...faults];
  });

/** Text that its box cuts off, and boxes wider than the screen. */
export const cutText = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const faults: string[] = [];
    if (document.documentElement.scrollWidth > window.innerWidth)
      faults.push(`page ${document.documentElement.scrollWidth} px wide`);
    for (const element of document.querySelectorAll<HTMLElement>('#root *')) {
      if (!element.checkVisibility() || element.closest('svg') || element.matches('.wa-sr, .wa-sr *')) continue;
      const { overflowX, overflowY, clip } = getComputedStyle(element);
      if (clip !== 'auto') continue;
      const down =
        overflowY === 'hidden' && element.scrollHeight > element.clientHeight + 1 && element.clientHeight > 0;
      const across = overflowX === 'hidden' && element.scrollWidth > element.clientWidth + 1 && element.clientWidth > 0;
      if ((down || across) && (element.textContent ?? '').trim())
        faults.push(`cut: ${element.className} “${element.textContent?.slice(0, 20)}”`);
    }
    return faults;
  });

/** Elements that lie over each other though neither holds the other: buttons and links under something else. */
export const coveredControls = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const faults: string[] = [];
    for (const element of document.querySelectorAll<HTMLElement>('a[href], button, summary')) {
      if (!element.checkVisibility() || element.getClientRects().length === 0) continue;
      element.scrollIntoView({ block: 'center' });
      const row = element.getClientRects()[0];
      if (!row) continue;
      const hit = document.elementFromPoint(row.left + row.width / 2, row.top + row.height / 2);
      if (!hit || !(hit === element || element.contains(hit)))
        faults.push(`covered: “${element.textContent?.slice(0, 20)}”`);
    }
    return faults;
  });

/** What makes it look like the app it lives in. */
export const strangeLook = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const faults: string[] = [];
    const style = (element: Element) => getComputedStyle(element);
    if (style(document.body).backgroundColor !== 'rgb(247, 247, 247)') faults.push('ground');
    for (const cell of document.querySelectorAll('.wa-cell')) {
      if (cell.checkVisibility() && cell.getBoundingClientRect().height < 56)
        faults.push(`low cell “${cell.textContent}”`);
    }
    for (const button of document.querySelectorAll('.wa-button-primary, .wa-button-secondary')) {
      if (!button.checkVisibility()) continue;
      if (button.getBoundingClientRect().height < 48 || style(button).borderRadius !== '8px')
        faults.push(`button “${button.textContent}”`);
    }
    if (document.querySelectorAll('main .wa-button-primary').length > 1) faults.push('more than one green button');
    const { left, right } = document.querySelector('main')?.getBoundingClientRect() ?? { left: 0, right: 0 };
    if (left < 16 || window.innerWidth - right < 16) faults.push('no side margin');
    for (const element of document.querySelectorAll('#root *')) {
      if (/fixed|sticky/.test(style(element).position)) faults.push(`bar: ${element.className}`);
    }
    return faults;
  });
