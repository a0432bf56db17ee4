/**
 * The sums that stand in the names of worked cases, e.g. `(10000−600)×90%×80%=6768.00` or `0.05×70%=0.035→0.04`,
 * worked out exactly. It knows nothing of policy: it only keeps the hand calculation honest.
 */

/** A fraction of whole numbers. */
type Fraction = readonly [top: bigint, bottom: bigint];

function number(text: string): Fraction {
  const parts = /^([0-9]+)(?:\.([0-9]+))?(%?)$/.exec(text);
  if (!parts) throw new Error(`no number: ${text}`);
  const decimals = parts[2] ?? '';
  return [BigInt(`${parts[1]}${decimals}`), 10n ** BigInt(decimals.length) * (parts[3] ? 100n : 1n)];
}

/** Numbers, per cent, brackets, `+`, `−`, `×`. */
export function evaluate(source: string): Fraction {
  const tokens = source.match(/[0-9.]+%?|[()+−×]/g) ?? [];
  if (tokens.join('') !== source) throw new Error(`cannot read ${source}`);
  let at = 0;
  const factor = (): Fraction => {
    const token = tokens[at++] ?? '';
    if (token !== '(') return number(token);
    const inner = sum();
    if (tokens[at++] !== ')') throw new Error(`bracket left open: ${source}`);
    return inner;
  };
  const product = (): Fraction => {
    let [top, bottom] = factor();
    while (tokens[at] === '×') {
      at += 1;
      const [otherTop, otherBottom] = factor();
      top *= otherTop;
      bottom *= otherBottom;
    }
    return [top, bottom];
  };
  const sum = (): Fraction => {
    let [top, bottom] = product();
    while (tokens[at] === '+' || tokens[at] === '−') {
      const sign = tokens[at++] === '+' ? 1n : -1n;
      const [otherTop, otherBottom] = product();
      top = top * otherBottom + sign * otherTop * bottom;
      bottom *= otherBottom;
    }
    return [top, bottom];
  };
  const result = sum();
  if (at !== tokens.length) throw new Error(`cannot read ${source}`);
  return result;
}

const equal = (a: Fraction, b: Fraction): boolean => a[0] * b[1] === b[0] * a[1];

/** Half up to two decimals. */
export function toTwoDecimals([top, bottom]: Fraction): string {
  const cents = (200n * top + bottom) / (2n * bottom);
  const digits = cents.toString().padStart(3, '0');
  return `${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

export interface Sum {
  text: string;
  /** The left side is exactly the right side, and a rounding after `→` is half up. */
  right: boolean;
}

/** Every sum in a name. A `=` that stands in none of them is a sum that is not right. */
export function sumsIn(name: string): Sum[] {
  const found = [...name.matchAll(/([0-9.()+−×%]*[+−×][0-9.()+−×%]*)=([0-9.]+)(?:→([0-9.]+))?/g)];
  const sums = found.map(([text, left = '', right = '', rounded]) => {
    const value = evaluate(left);
    const exact = equal(value, number(right));
    return { text, right: exact && (rounded === undefined || toTwoDecimals(value) === rounded) };
  });
  const signs = name.split('=').length - 1;
  return signs === sums.length ? sums : [...sums, { text: name, right: false }];
}
