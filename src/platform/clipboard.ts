/**
 * Copies inside the tap. `execCommand` comes first: the asynchronous clipboard is refused by WeChat on Android, and
 * waiting for its refusal would use up the tap. Returns true only if the browser says that it copied.
 */
export async function copyText(text: string): Promise<boolean> {
  if (copyBySelection(text)) return true;
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}

function copyBySelection(text: string): boolean {
  const active = document.activeElement;
  const area = document.createElement('textarea');
  area.value = text;
  area.readOnly = true;
  area.setAttribute('aria-hidden', 'true');
  // 16 px keeps iOS from zooming in on focus.
  area.style.cssText = 'position:fixed;top:0;left:0;width:1px;height:1px;opacity:0;font-size:16px';
  // Inside an open dialog, so that its focus trap does not take the selection away.
  const host = active?.closest('[role="dialog"]') ?? document.body;
  host.append(area);
  try {
    area.select();
    area.setSelectionRange(0, text.length);
    return document.execCommand('copy');
  } catch {
    return false;
  } finally {
    area.remove();
    if (active instanceof HTMLElement) active.focus({ preventScroll: true });
  }
}
