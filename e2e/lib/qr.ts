/**
 * Reads a QR code back: an independent look at what the picture holds. For clean, upright codes of versions 1 to 12 with
 * correction level M, L, Q or H, bytes only; the code words are taken as they are, nothing is corrected.
 */

/** Dark or light, row by row, without the quiet zone. */
export type Modules = boolean[][];

/** Places of the alignment patterns, by version. */
const ALIGNMENT: number[][] = [
  [],
  [],
  [6, 18],
  [6, 22],
  [6, 26],
  [6, 30],
  [6, 34],
  [6, 22, 38],
  [6, 24, 42],
  [6, 26, 46],
  [6, 28, 50],
  [6, 30, 54],
  [6, 32, 58],
];

/** Correction words per block, and blocks, by level as the format bits name it, then version (ISO/IEC 18004, table 9). */
const BLOCKS: Record<number, { words: number[]; blocks: number[] }> = {
  // L
  1: { words: [0, 7, 10, 15, 20, 26, 18, 20, 24, 30, 18, 20, 24], blocks: [0, 1, 1, 1, 1, 1, 2, 2, 2, 2, 4, 4, 4] },
  // M
  0: { words: [0, 10, 16, 26, 18, 24, 16, 18, 22, 22, 26, 30, 22], blocks: [0, 1, 1, 1, 2, 2, 4, 4, 4, 5, 5, 5, 8] },
  // Q
  3: { words: [0, 13, 22, 18, 26, 18, 24, 18, 22, 20, 24, 28, 26], blocks: [0, 1, 1, 2, 2, 4, 4, 6, 6, 8, 8, 8, 10] },
  // H
  2: { words: [0, 17, 28, 22, 16, 22, 28, 26, 26, 24, 28, 24, 28], blocks: [0, 1, 1, 2, 4, 4, 4, 5, 6, 8, 8, 11, 11] },
};

const MASKS: ((y: number, x: number) => boolean)[] = [
  (y, x) => (y + x) % 2 === 0,
  (y) => y % 2 === 0,
  (_, x) => x % 3 === 0,
  (y, x) => (y + x) % 3 === 0,
  (y, x) => (Math.floor(y / 2) + Math.floor(x / 3)) % 2 === 0,
  (y, x) => ((y * x) % 2) + ((y * x) % 3) === 0,
  (y, x) => (((y * x) % 2) + ((y * x) % 3)) % 2 === 0,
  (y, x) => (((y + x) % 2) + ((y * x) % 3)) % 2 === 0,
];

export function readQr(modules: Modules): string {
  const size = modules.length;
  const version = (size - 17) / 4;
  const places = ALIGNMENT[version];
  if (!places) throw new Error(`a code of ${size} modules`);
  // Level and mask stand beside the first finder, under a fixed mask of their own.
  const row = modules[8] ?? [];
  const format = [0, 1, 2, 3, 4].reduce((bits, x) => (bits << 1) | Number(row[x]), 0) ^ 0b10101;
  const level = format >> 3;
  const mask = MASKS[format & 7];
  const plan = BLOCKS[level];
  if (!mask || !plan) throw new Error('unreadable format');
  const words = collect(modules, mask, (y, x) => isPattern(y, x, size, version, places));
  return text(inOrder(words, plan.blocks[version] ?? 1, plan.words[version] ?? 0), version);
}

function isPattern(y: number, x: number, size: number, version: number, places: number[]): boolean {
  if (y === 6 || x === 6) return true;
  const corner = (y < 9 && x < 9) || (y < 9 && x >= size - 8) || (y >= size - 8 && x < 9);
  if (corner) return true;
  if (version >= 7 && ((y < 6 && x >= size - 11) || (x < 6 && y >= size - 11))) return true;
  const last = places.length - 1;
  return places.some((cy, i) =>
    places.some((cx, j) => {
      const atFinder = (i === 0 && j === 0) || (i === 0 && j === last) || (i === last && j === 0);
      return !atFinder && Math.abs(cy - y) <= 2 && Math.abs(cx - x) <= 2;
    }),
  );
}

/** Up and down in columns of two, from the right; patterns are stepped over. */
function collect(
  modules: Modules,
  mask: (y: number, x: number) => boolean,
  skip: (y: number, x: number) => boolean,
): number[] {
  const size = modules.length;
  const bits: number[] = [];
  let upward = true;
  for (let right = size - 1; right > 0; right -= 2) {
    if (right === 6) right = 5;
    for (let i = 0; i < size; i++) {
      const y = upward ? size - 1 - i : i;
      for (const x of [right, right - 1]) {
        if (!skip(y, x)) bits.push(Number(modules[y]?.[x] !== mask(y, x)));
      }
    }
    upward = !upward;
  }
  const words: number[] = [];
  for (let i = 0; i + 8 <= bits.length; i += 8) words.push(Number.parseInt(bits.slice(i, i + 8).join(''), 2));
  return words;
}

/** The blocks lie in one another; here they follow each other, without their correction words. */
function inOrder(words: number[], blocks: number, correction: number): number[] {
  const data = words.length - blocks * correction;
  const short = Math.floor(data / blocks);
  const long = data % blocks;
  const lengths = Array.from({ length: blocks }, (_, b) => short + (b >= blocks - long ? 1 : 0));
  const taken: number[][] = lengths.map(() => []);
  let place = 0;
  for (let i = 0; i <= short; i++) {
    lengths.forEach((length, b) => {
      if (i < length) taken[b]?.push(words[place++] ?? 0);
    });
  }
  return taken.flat();
}

function text(words: number[], version: number): string {
  const bits = words.map((word) => word.toString(2).padStart(8, '0')).join('');
  const take = (from: number, count: number) => Number.parseInt(bits.slice(from, from + count), 2);
  if (take(0, 4) !== 4) throw new Error('not a code of bytes');
  const head = version < 10 ? 8 : 16;
  const length = take(4, head);
  const bytes = Array.from({ length }, (_, i) => take(4 + head + 8 * i, 8));
  return new TextDecoder().decode(Uint8Array.from(bytes));
}
