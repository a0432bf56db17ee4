import { useMemo } from 'react';
import { type CityInfo, type CityModule, loadCity } from '#cities';
import { addDays } from '#engine';
import { type Child, download, isWeChat, loadCalendarFile, sharedLink } from '#platform';
import type { CalendarFile, IsoDate } from '#policy/types.ts';
import { Actions, CopyButton, Details, formatDate, Missing, SecondaryButton, toast, useLoaded } from '#ui';
import { calendarOf, type Dated } from './calendar.ts';
import { Day } from './Day.tsx';
import { allWords } from './words.ts';
import './calendar.css';

interface Props {
  info: CityInfo;
  file: CalendarFile;
  child: Child;
  today: IsoDate;
}

/** Today, to come, over; and how to be reminded. */
export default function Days(props: Props) {
  const module = useLoaded(loadCity, props.info.id);
  return module ? <Sorted {...props} module={module} /> : <Missing />;
}

function Sorted({ info, file, child, today, module }: Props & { module: CityModule }) {
  const calendar = useMemo(() => calendarOf(module, file, child, today), [module, file, child, today]);
  const link = sharedLink('');
  const list = (all: readonly Dated[]) => (
    <ul className="cal-days">
      {all.map((dated) => (
        <Day key={`${dated.entry.id}${dated.date}`} info={info} dated={dated} link={link} />
      ))}
    </ul>
  );
  const ahead = [...calendar.today, ...calendar.coming];
  return (
    <>
      <section className="wa-section">
        <h2 className="wa-section-title">今天（{formatDate(today)}）</h2>
        {calendar.today.length > 0 ? (
          list(calendar.today)
        ) : (
          <p className="wa-card cal-day">今天没有到期的。还没参保、没缴费的，现在就可以办。</p>
        )}
      </section>
      {calendar.coming.length > 0 && (
        <section className="wa-section">
          <h2 className="wa-section-title">接下来</h2>
          {list(calendar.coming)}
        </section>
      )}
      {ahead.length > 0 && <Reminders info={info} list={ahead} link={link} />}
      {calendar.past.length > 0 && (
        <section className="wa-section">
          <h2 className="wa-section-title">已经过去</h2>
          <Details title={`过去的 ${calendar.past.length} 个日子`}>{list(calendar.past)}</Details>
        </section>
      )}
    </>
  );
}

/** A text for a chat; a file for the phone's calendar where files can be saved. */
function Reminders({ info, list, link }: { info: CityInfo; list: readonly Dated[]; link: string }) {
  const about = `${info.name}少儿医保日历`;
  const save = async () => {
    const { calendarFile } = await loadCalendarFile();
    const days = list.map(({ entry, date, end }) => ({
      id: `${info.id}-${entry.id}-${date}`,
      title: entry.title,
      text: `${entry.text}\n${link}`,
      from: date,
      until: addDays(end ?? date, 1),
    }));
    const text = calendarFile(about, days);
    download(`data:text/calendar;charset=utf-8,${encodeURIComponent(text)}`, `${info.id}.ics`);
  };
  return (
    <section className="wa-section">
      <h2 className="wa-section-title">提醒自己</h2>
      <div className="wa-card cal-day">
        <p>
          {isWeChat
            ? '复制下面的文字，发给“文件传输助手”或家里人；也可以在手机日历里照着记。'
            : '复制文字发到微信，或者存进手机的日历（提前一周和前一天的上午提醒）。'}
        </p>
        <CopyButton text={allWords(list, about, link)}>复制全部日子</CopyButton>
        {!isWeChat && (
          <Actions>
            <SecondaryButton onClick={() => void save().catch(() => toast('没有存成，请检查网络再试一次'))}>
              存进手机日历
            </SecondaryButton>
          </Actions>
        )}
      </div>
    </section>
  );
}
