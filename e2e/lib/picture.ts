import type { Locator } from '@playwright/test';
import { type Modules, readQr } from './qr.ts';

/** Finds the code in the lower part of a picture and reads it. */
export async function qrOf(image: Locator): Promise<string> {
  const modules = await image.evaluate(async (element): Promise<boolean[][]> => {
    const picture = element as HTMLImageElement;
    await picture.decode();
    const canvas = document.createElement('canvas');
    canvas.width = picture.naturalWidth;
    canvas.height = picture.naturalHeight;
    const paper = canvas.getContext('2d');
    if (!paper) throw new Error('no canvas');
    paper.drawImage(picture, 0, 0);
    const { width, height } = canvas;
    const { data } = paper.getImageData(0, 0, width, height);
    const dark = (x: number, y: number) => (data[4 * (y * width + x)] ?? 255) < 128;
    // Finders: dark and light runs of 1 : 1 : 3 : 1 : 1, across and down through the same point.
    const isFinder = (runs: number[]) => {
      const [a = 0, b = 0, c = 0, d = 0, e = 0] = runs;
      const unit = (a + b + c + d + e) / 7;
      return unit >= 3 && [a, b, d, e].every((run) => Math.abs(run - unit) < 0.5) && Math.abs(c - 3 * unit) < 0.5;
    };
    const runsFrom = (x: number, y: number, dx: number, dy: number) => {
      const runs: number[] = [];
      let wanted = true;
      let run = 0;
      let [px, py] = [x, y];
      while (runs.length < 5 && px < width && py < height) {
        if (dark(px, py) === wanted) run += 1;
        else {
          runs.push(run);
          run = 1;
          wanted = !wanted;
        }
        px += dx;
        py += dy;
      }
      return runs;
    };
    const corners: { x: number; y: number; unit: number }[] = [];
    for (let y = Math.floor(height / 2); y < height; y++) {
      for (let x = Math.floor(width / 2); x < width; x++) {
        if (!dark(x, y) || dark(x - 1, y) || dark(x, y - 1)) continue;
        // The top left pixel of a finder: a frame of 7 modules.
        const across = runsFrom(x, y, 1, 0)[0] ?? 0;
        const unit = across / 7;
        if (across % 7 !== 0 || unit < 3) continue;
        const middle = Math.floor(3.5 * unit);
        if (isFinder(runsFrom(x, y + middle, 1, 0)) && isFinder(runsFrom(x + middle, y, 0, 1)))
          corners.push({ x, y, unit });
      }
    }
    const [first, second] = corners.sort((a, b) => a.y - b.y || a.x - b.x);
    if (!first || !second || corners.length !== 3) throw new Error(`${corners.length} finders`);
    const size = (second.x - first.x) / first.unit + 7;
    return Array.from({ length: size }, (_, row) =>
      Array.from({ length: size }, (_, column) =>
        dark(Math.floor(first.x + (column + 0.5) * first.unit), Math.floor(first.y + (row + 0.5) * first.unit)),
      ),
    );
  });
  return readQr(modules satisfies Modules);
}
