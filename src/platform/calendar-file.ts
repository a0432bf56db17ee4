/** Days as a file for the phone's own calendar; comes when somebody asks for it. */
import { createEvents, type DateArray } from 'ics';

export interface FileDay {
  /** The same day saved twice is one entry of the calendar. */
  id: string;
  title: string;
  text: string;
  /** First day, and the day after the last one, as `YYYY-MM-DD`. */
  from: string;
  until: string;
}

const parts = (date: string): DateArray => {
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number);
  return [year, month, day];
};

/** Whole days; alarms ring a week and a day before, at nine in the morning. */
export function calendarFile(name: string, days: readonly FileDay[]): string {
  const { error, value } = createEvents(
    days.map(({ id, title, text, from, until }) => ({
      uid: `${id}@wa-yibao`,
      title,
      description: text,
      start: parts(from),
      end: parts(until),
      busyStatus: 'FREE' as const,
      transp: 'TRANSPARENT' as const,
      alarms: [{ days: 6, hours: 15 }, { hours: 15 }].map((ahead) => ({
        action: 'display' as const,
        description: title,
        trigger: { before: true, ...ahead },
      })),
    })),
    { productId: 'wa-yibao', calName: name },
  );
  if (error || !value) throw error ?? new Error('no calendar file');
  return value;
}
