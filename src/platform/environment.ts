/** Which app shows the page. For wording only ("点右上角 ···"), never to choose what works. */
const agent = typeof navigator === 'undefined' ? '' : navigator.userAgent;

export const isWeChat = /MicroMessenger/i.test(agent);

/** The system can be asked to share. In WeChat the menu of the chat app does it better. */
export const canShareBySystem = !isWeChat && typeof navigator !== 'undefined' && typeof navigator.share === 'function';

/** Asks the system to share; false where that does not exist or was not done. */
export async function shareBySystem(data: { title: string; text: string; url: string }): Promise<boolean> {
  if (!canShareBySystem) return false;
  try {
    await navigator.share(data);
    return true;
  } catch {
    return false;
  }
}
