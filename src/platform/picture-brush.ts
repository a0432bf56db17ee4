/** Strokes every part of the picture is made of. */

const FAMILY =
  'system-ui, -apple-system, "PingFang SC", "HarmonyOS Sans SC", "MiSans", "Noto Sans SC", "Noto Sans CJK SC", sans-serif';

export interface Brush {
  paper: CanvasRenderingContext2D;
  font: (size: number, weight: number) => void;
  write: (words: string, x: number, y: number, ink: string) => void;
  /** Fills the path, unless only measuring. */
  fill: () => void;
  /** Goes through the motions without ink, to learn how far down it gets. */
  dry: (motions: () => number) => number;
}

export function brush(paper: CanvasRenderingContext2D): Brush {
  let wet = true;
  return {
    paper,
    font: (size, weight) => {
      paper.font = `${weight} ${size}px ${FAMILY}`;
    },
    write: (words, x, y, ink) => {
      if (!wet) return;
      paper.fillStyle = ink;
      paper.fillText(words, x, y);
    },
    fill: () => {
      if (wet) paper.fill();
    },
    dry: (motions) => {
      wet = false;
      const end = motions();
      wet = true;
      return end;
    },
  };
}

export function roundRect(
  paper: CanvasRenderingContext2D,
  x: number,
  y: number,
  w: number,
  h: number,
  r: number,
): void {
  const to = Math.min(r, w / 2, h / 2);
  paper.beginPath();
  paper.moveTo(x + to, y);
  paper.arcTo(x + w, y, x + w, y + h, to);
  paper.arcTo(x + w, y + h, x, y + h, to);
  paper.arcTo(x, y + h, x, y, to);
  paper.arcTo(x, y, x + w, y, to);
  paper.closePath();
}

/** The sign of the app, as in `icons.svg`. */
export function logo(paper: CanvasRenderingContext2D, x: number, y: number, size: number): void {
  paper.save();
  paper.translate(x, y);
  paper.scale(size / 96, size / 96);
  paper.lineCap = 'round';
  paper.lineJoin = 'round';
  paper.fillStyle = '#07c160';
  roundRect(paper, 0, 0, 96, 96, 22);
  paper.fill();
  const stroke = (ink: string, wide: number, draw: () => void) => {
    paper.strokeStyle = ink;
    paper.lineWidth = wide;
    paper.beginPath();
    draw();
    paper.stroke();
  };
  stroke('#fff', 7, () => {
    paper.moveTo(20, 47);
    paper.lineTo(48, 24);
    paper.lineTo(76, 47);
  });
  paper.fillStyle = '#fff';
  paper.beginPath();
  paper.arc(48, 58, 19, 0, Math.PI * 2);
  paper.fill();
  for (const eye of [41, 55]) {
    stroke('#00753a', 5.6, () => {
      paper.moveTo(eye, 56);
      paper.lineTo(eye + 0.01, 56);
    });
  }
  stroke('#00753a', 3.2, () => {
    paper.moveTo(41, 64.5);
    paper.quadraticCurveTo(48, 71, 55, 64.5);
  });
  paper.restore();
}

/** Latin words, numbers and amounts stay whole; every other character may end a line. */
const TOKEN = /[A-Za-z0-9¥.,:%+/_-]+|./gu;
/** Must not begin a line. */
const CLOSING = /^[，。；：、！？）》”’%…·]/;
/** Must not end one. */
const OPENING = /[（《“‘]$/;

/** Breaks a text into lines of at most `width`; what does not fit in `most` lines ends with `…`. */
export function wrap(paper: CanvasRenderingContext2D, text: string, width: number, most: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const token of text.match(TOKEN) ?? []) {
    if (!line || paper.measureText(line + token).width <= width) {
      line += token;
      continue;
    }
    // A mark that must not begin a line takes its neighbour along.
    let head = token;
    const last = (line.match(TOKEN) ?? []).pop() ?? '';
    if ((CLOSING.test(token) || OPENING.test(line)) && last !== line) {
      line = line.slice(0, -last.length);
      head = last + token;
    }
    lines.push(line.trimEnd());
    line = head.trimStart();
  }
  if (line) lines.push(line);
  if (lines.length <= most) return lines;
  const kept = lines.slice(0, most);
  const end = kept[most - 1] ?? '';
  kept[most - 1] = `${end.slice(0, Math.max(1, end.length - 1))}…`;
  return kept;
}
