/** A picture to be sent on: 1080 px wide, as a PNG in a `data:` address, which every web view lets one keep by a long press. */
import { encode } from 'uqr';
import { type Brush, brush, logo, roundRect, wrap } from './picture-brush.ts';

export interface PictureText {
  city: string;
  year: string;
  topic: string;
  answer: string;
  numbers: { label: string; text: string }[];
  /** The two numbers are parts of one sum. */
  split?: boolean;
  how: string[];
  /** The lines of `how` are ways to choose from, not steps. */
  unordered?: boolean;
  source: string;
  checkedOn: string;
  link: string;
}

const WIDTH = 1080;
const SIDE = 48;
const PAD = 56;
const INNER = WIDTH - 2 * (SIDE + PAD);
const CARD_TOP = 176;
/** Quiet zone of a QR code, in modules. */
const QUIET = 4;
const QR = 324;

const color = {
  green: '#00753a',
  button: '#018942',
  tint: '#e6f6ed',
  text: '#191919',
  second: '#595959',
  weak: '#6b6b6b',
  line: '#e5e5e5',
  page: '#f2f6f3',
  own: '#e17719',
};

export function drawPicture(text: PictureText): string {
  const canvas = document.createElement('canvas');
  canvas.width = WIDTH;
  canvas.height = 10;
  const paper = canvas.getContext('2d');
  if (!paper) throw new Error('no canvas');
  // Once to learn the height, once for good: a canvas forgets everything when its size is set.
  const height = paint(brush(paper), text, 10);
  canvas.height = height;
  paint(brush(paper), text, height);
  return canvas.toDataURL('image/png');
}

function paint(b: Brush, text: PictureText, height: number): number {
  const { paper } = b;
  const ground = paper.createLinearGradient(0, 0, 0, height);
  ground.addColorStop(0, '#d3efdf');
  ground.addColorStop(0.45, color.page);
  ground.addColorStop(1, color.page);
  paper.fillStyle = ground;
  paper.fillRect(0, 0, WIDTH, height);
  head(b, text);
  const inner = cardHeight(b, text);
  paper.shadowColor = 'rgba(0, 70, 35, 0.10)';
  paper.shadowBlur = 40;
  paper.shadowOffsetY = 12;
  paper.fillStyle = '#fff';
  roundRect(paper, SIDE, CARD_TOP, WIDTH - 2 * SIDE, inner, 36);
  paper.fill();
  paper.shadowColor = 'transparent';
  card(b, text, CARD_TOP + PAD);
  return foot(b, text, CARD_TOP + inner + 44);
}

function head(b: Brush, { city, year }: PictureText): void {
  logo(b.paper, SIDE + 4, 56, 80);
  b.font(46, 600);
  b.write('娃医保', SIDE + 108, 113, color.text);
  const place = [city, year && `${year} 年度`].filter(Boolean).join(' · ');
  if (!place) return;
  b.font(36, 500);
  const wide = b.paper.measureText(place).width + 56;
  b.paper.fillStyle = '#fff';
  roundRect(b.paper, WIDTH - SIDE - wide, 62, wide, 68, 34);
  b.paper.fill();
  b.write(place, WIDTH - SIDE - wide + 28, 109, color.green);
}

const cardHeight = (b: Brush, text: PictureText): number => b.dry(() => card(b, text, PAD)) + PAD - 10;

/** Topic, answer, how, source; returns where it ends. */
function card(b: Brush, text: PictureText, top: number): number {
  const left = SIDE + PAD;
  let y = top;
  const lines = (words: string, size: number, weight: number, ink: string, most: number, indent = 0): void => {
    b.font(size, weight);
    for (const line of wrap(b.paper, words, INNER - indent, most)) {
      y += size * 1.45;
      b.write(line, left + indent, y - size * 0.32, ink);
    }
  };
  lines(text.topic, 40, 500, color.second, 2);
  y += 12;
  if (text.numbers.length > 0) y = numbers(b, text, left, y);
  if (text.answer !== text.topic) {
    const large = text.numbers.length === 0;
    lines(text.answer, large ? 54 : 38, large ? 600 : 400, color.text, large ? 5 : 3);
  }
  if (text.how.length > 0) {
    y += 36;
    rule(b, left, y);
    y += 24;
    text.how.forEach((line, place) => {
      const start = y;
      y += 6;
      for (const part of inLines(b, line, INNER - 72)) lines(part, 37, 400, color.text, 3, 72);
      badge(b, text.unordered ? '' : String(place + 1), left + 24, start + 34);
      y += 14;
    });
  }
  y += 22;
  rule(b, left, y);
  y += 18;
  lines(`依据：${text.source}`, 30, 400, color.weak, 2);
  lines(`最后核对 ${text.checkedOn} · 以医保、税务部门的说明为准`, 30, 400, color.weak, 2);
  return y;
}

function numbers(b: Brush, { numbers: all, split }: PictureText, left: number, top: number): number {
  let y = top;
  all.forEach(({ label, text }, place) => {
    const size = place === 0 ? 108 : 64;
    b.font(36, 400);
    const name = b.paper.measureText(label).width;
    b.font(size, 700);
    const fit = Math.min(1, (INNER - (place === 0 ? 0 : name + 28)) / b.paper.measureText(text).width);
    if (place === 0) {
      b.font(36, 400);
      b.write(label, left, y + 46, color.second);
      y += 52;
      b.font(size * fit, 700);
      b.write(text, left - 4, y + size * 0.98, color.green);
      y += size * 1.22;
    } else {
      b.font(36, 400);
      b.write(label, left, y + size * 0.98, color.second);
      b.font(size * fit, 600);
      b.write(text, left + name + 28, y + size, color.text);
      y += size * 1.4;
    }
  });
  const yuan = all.map(({ text }) => Number(text.replace(/[¥,]/g, '')));
  const [paid = 0, self = 0] = yuan;
  if (!split || !(paid >= 0 && self >= 0 && paid + self > 0)) return y;
  b.paper.fillStyle = color.own;
  roundRect(b.paper, left, y + 6, INNER, 26, 13);
  b.fill();
  if (paid > 0) {
    b.paper.fillStyle = color.button;
    roundRect(b.paper, left, y + 6, Math.max(26, (INNER * paid) / (paid + self)), 26, 13);
    b.fill();
  }
  return y + 56;
}

function rule(b: Brush, left: number, y: number): void {
  b.paper.fillStyle = color.line;
  b.paper.beginPath();
  b.paper.rect(left, y, INNER, 2);
  b.fill();
}

/** A line that is too long breaks after its name, so that the sum behind it stays whole. */
function inLines(b: Brush, line: string, wide: number): string[] {
  b.font(37, 400);
  const name = line.indexOf('：') + 1;
  if (b.paper.measureText(line).width <= wide || !line.includes('=') || name === 0) return [line];
  return [line.slice(0, name), line.slice(name)];
}

/** A number in a circle, or a dot. */
function badge(b: Brush, text: string, x: number, y: number): void {
  b.paper.fillStyle = text ? color.tint : color.button;
  b.paper.beginPath();
  b.paper.arc(x, y, text ? 24 : 9, 0, Math.PI * 2);
  b.fill();
  b.font(30, 600);
  b.write(text, x - b.paper.measureText(text).width / 2, y + 11, color.green);
}

/** What to do with it, and the code; returns the height of the picture. */
function foot(b: Brush, { link }: PictureText, from: number): number {
  const { paper } = b;
  // Whole pixels: a reader wants sharp edges.
  const top = Math.round(from);
  const { data, size } = encode(link, { ecc: 'M', border: QUIET });
  const module = Math.max(4, Math.floor(QR / size));
  const wide = module * size;
  const left = WIDTH - SIDE - wide;
  paper.fillStyle = '#fff';
  paper.fillRect(left, top, wide, wide);
  paper.fillStyle = '#000';
  data.forEach((row, y) => {
    row.forEach((dark, x) => {
      if (dark) paper.fillRect(left + x * module, top + y * module, module, module);
    });
  });
  const column = left - SIDE - 44;
  let y = top + 56;
  b.font(42, 600);
  b.write('长按识别二维码', SIDE + 4, y, color.text);
  b.font(33, 400);
  for (const line of wrap(paper, '打开就是这一页，可以换成自己孩子的情况，每个数字都能看到出处。', column, 4)) {
    y += 52;
    b.write(line, SIDE + 4, y, color.second);
  }
  y += 40;
  b.font(32, 500);
  const words = '非官方，仅供参考';
  paper.fillStyle = '#fff';
  roundRect(paper, SIDE + 4, y, paper.measureText(words).width + 48, 60, 30);
  paper.fill();
  b.write(words, SIDE + 28, y + 42, '#9a4b00');
  return Math.ceil(Math.max(top + wide, y + 60) + 52);
}
