import { Suspense } from 'react';
import { useParams } from 'react-router';
import { type CityInfo, findCity, loadCalendar } from '#cities';
import { birthOf } from '#journeys';
import { useChild, useToday } from '#platform';
import type { CalendarFile } from '#policy/types.ts';
import { Cell, CellGroup, CityTexts, formatDate, Missing, Page, part, TextList, useLoaded } from '#ui';

/** The rules, and with them the days: not before today is known. */
const Days = part(async () => (await import('./Days.tsx')).default);

/** 日历: the days that follow from the birth date, and those of every year. */
export default function CalendarPage() {
  const { city = '' } = useParams();
  const info = findCity(city);
  const file = useLoaded(loadCalendar, city);
  if (!info || !file) return <Missing />;
  return (
    <CityTexts city={info.id} of={file}>
      <Screen info={info} file={file} />
    </CityTexts>
  );
}

function Screen({ info, file }: { info: CityInfo; file: CalendarFile }) {
  const { ready, child } = useChild();
  const today = useToday();
  const birthDate = ready && today ? birthOf(child, today) : undefined;
  return (
    <Page
      title="孩子的医保日历"
      city={info.name}
      above={{ text: `${info.name}少儿医保`, to: `/${info.id}/` }}
      lead="哪天要办、从哪天到哪天能报，按孩子的生日和今天排好。点日期看规定和出处。"
      footer={{ hotlines: info.hotlines, rulesYear: (today ?? info.asOf).slice(0, 4) }}
    >
      <CellGroup>
        <Cell
          icon="child"
          title={birthDate ? `按${child.name || '我的孩子'}的生日排` : '填上孩子的生日'}
          desc={birthDate ? `${formatDate(birthDate)}出生（已填，点这里改）` : '新生儿期限、满几周岁要办的事，就都有了'}
          to="/me/"
        />
      </CellGroup>
      {ready && today ? (
        <Suspense fallback={<Undated file={file} />}>
          <Days info={info} file={file} child={child} today={today} />
        </Suspense>
      ) : (
        <Undated file={file} />
      )}
      <div className="wa-section">
        <TextList title="没有写明的" items={file.unknown} />
      </div>
      <CellGroup title="接下来">
        {info.tools.some(({ id }) => id === 'premium') && (
          <Cell title={`要${info.pay}多少`} to={`/${info.id}/premium/`} />
        )}
        <Cell title="拿不准的和没查到的" to={`/${info.id}/sources/open/`} />
      </CellGroup>
    </Page>
  );
}

/** Before the day is known, and in the page as it is sent: what there is, without dates. */
function Undated({ file }: { file: CalendarFile }) {
  return (
    <CellGroup title="有这些日子">
      {file.entries.map(({ id, title, text }) => (
        <Cell key={id} title={title} desc={text} />
      ))}
    </CellGroup>
  );
}
