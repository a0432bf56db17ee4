/** Sentences of the calendar. No figures. */
import type { IsoDate } from '#policy/types.ts';
import { formatDate } from '#ui';
import { weekday } from '../words.ts';
import type { Dated } from './calendar.ts';

/** `2027年2月10日（星期三）`, or a stretch. */
const dayWords = (date: IsoDate): string => `${formatDate(date)}（${weekday(date)}）`;

const spanWords = ({ date, end }: Dated): string => (end ? `${dayWords(date)}至${dayWords(end)}` : dayWords(date));

/** From so many days on it is years that one counts. */
const FAR = 730;

/** `还剩 12 天`, never without the day itself beside it. */
export function leftWords({ when, days, end }: Dated): string {
  if (when === 'past') return `过了 ${-days} 天`;
  if (when === 'coming') {
    if (days > FAR) return `约 ${Math.round(days / 365.25)} 年后`;
    return end ? `${days} 天后开始` : `还剩 ${days} 天`;
  }
  if (!end) return '就是今天';
  return days === 0 ? '今天是最后一天' : `正在进行，还剩 ${days} 天`;
}

/** What is sent to oneself or the family in a chat. */
export const reminderWords = (dated: Dated, about: string, link: string): string =>
  `【${about}】${spanWords(dated)}：${dated.entry.title}。${dated.entry.text}${link}`;

/** Several reminders as one text, a line each, the link once. */
export const allWords = (list: readonly Dated[], about: string, link: string): string =>
  [`【${about}】`, ...list.map((dated) => `${spanWords(dated)}：${dated.entry.title}`), link].join('\n');
