const LETTERS = 'abcdefghijklmnopqrstuvwxyz0123456789';

/** Ten letters and digits that nothing else on this or another phone is called by. */
export function randomId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(10));
  return Array.from(bytes, (byte) => LETTERS[byte % LETTERS.length]).join('');
}
