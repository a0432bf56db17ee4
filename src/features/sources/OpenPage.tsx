import { useParams } from 'react-router';
import { findCity } from '#cities';
import { useToday } from '#platform';
import type { Reading } from '#policy/types.ts';
import { Cell, CellGroup, carried, Details, formatDate, Missing, Notice, Page, Row, TextList, useLoaded } from '#ui';
import { overdue, type Recheck, rechecks } from './checks.ts';
import './sources.css';

const load = carried('open', async (id: string) => {
  const { loadPages, loadParameters } = await import('#cities');
  const [policy, pages] = await Promise.all([loadParameters(id), loadPages(id)]);
  if (!policy || !pages) return undefined;
  return { unknown: pages.unknown, readings: policy.readings, checks: rechecks(policy.parameters) };
});

/** 拿不准的和没查到的: what is not known, what can be read two ways, and when somebody has to look again. */
export default function OpenPage() {
  const { city: id = '' } = useParams();
  const city = findCity(id);
  const loaded = useLoaded(load, id);
  if (!city || city.building || !loaded) return <Missing />;
  const { unknown, readings, checks } = loaded;
  return (
    <Page
      title="拿不准的和没查到的"
      above={{ text: `${city.name}少儿医保`, to: `/${city.id}/` }}
      lead="没有查到的、说法不一的、哪天重新核对，都在这里。"
      city={city.name}
      footer={{ hotlines: city.hotlines, rulesYear: city.asOf.slice(0, 4) }}
    >
      <Overdue checks={checks} />
      <TextList title="没有查到的" items={unknown} />
      <section className="wa-section">
        <h2 className="wa-section-title">说法不一的地方</h2>
        {readings.map((reading) => (
          <OneReading key={reading.id} reading={reading} />
        ))}
      </section>
      <section className="wa-section">
        <h2 className="wa-section-title">什么时候重新核对</h2>
        {checks.map(({ day, labels }) => (
          <Details key={day} title={`${formatDate(day)}：${labels.length} 项`}>
            <Labels labels={labels} />
          </Details>
        ))}
      </section>
      <CellGroup title="接下来">
        <Cell icon="source" title="数据与来源" desc="用到的全部文件" to={`/${city.id}/sources/`} />
        <Cell icon="table" title="待遇一览" desc="比例、限额、起付线，按年度列表" to={`/${city.id}/benefits/`} />
      </CellGroup>
    </Page>
  );
}

/** Known only once the page runs: which figures are past the day on which they should have been looked at. */
function Overdue({ checks }: { checks: readonly Recheck[] }) {
  const today = useToday();
  const late = today ? overdue(checks, today) : [];
  if (late.length === 0) return null;
  const labels = late.flatMap((check) => check.labels);
  return (
    <div className="sources-late">
      <Notice tone="warn">
        有 {labels.length} 项已经到了该重新核对的日子，用之前请再向医保部门确认。
        <details className="sources-late-list">
          <summary>看是哪些</summary>
          <Labels labels={labels} />
        </details>
      </Notice>
    </div>
  );
}

function Labels({ labels }: { labels: readonly string[] }) {
  return (
    <ul className="wa-facts">
      {labels.map((label) => (
        <li key={label}>{label}</li>
      ))}
    </ul>
  );
}

function OneReading({ reading: { title, taken, other, why } }: { reading: Reading }) {
  return (
    <Details title={title}>
      <dl>
        <Row name="这里这样算">{taken}</Row>
        <Row name="另一种读法">{other}</Row>
        <Row name="为什么这样取">{why}</Row>
      </dl>
    </Details>
  );
}
