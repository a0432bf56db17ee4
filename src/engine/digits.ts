/** Reading digits, for money and for days. */

const ZERO = '0'.charCodeAt(0);

/**
 * The digits in [from, to) as a number; −1 if there is anything else among them. At most 15 of them. One by one and without a
 * regular expression: amounts and days are read thousands of times while a plot is drawn.
 */
export function digits(text: string, from: number, to: number): number {
  let number = 0;
  for (let i = from; i < to; i++) {
    const digit = text.charCodeAt(i) - ZERO;
    if (!(digit >= 0 && digit <= 9)) return -1;
    number = number * 10 + digit;
  }
  return number;
}
