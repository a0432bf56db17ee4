import { useParams } from 'react-router';
import { findCity, loadCity, loadPages, loadSource } from '#cities';
import { useToday } from '#platform';
import type { Grade, Reading, SourceDocument } from '#policy/types.ts';
import { Cell, CellGroup, Details, formatDate, Missing, Notice, Page, Row, SourceChip, TextList, useLoaded } from '#ui';
import { inOrder, overdue, type Recheck, rechecks } from './checks.ts';
import './sources.css';

const GRADES: { grade: Grade; words: string }[] = [
  { grade: 'A', words: '政府部门自己发的文件、手册、答复，看过原文。' },
  { grade: 'B', words: '媒体或门户网站转述，或者几处说法一致。' },
  { grade: 'C', words: '只有一处这样写，来源不算强，用之前最好再问一句。' },
  { grade: 'D', words: '没有公布的数字，用公布的数字按公布的算法算出来的。' },
];

async function load(id: string) {
  const [city, pages] = await Promise.all([loadCity(id), loadPages(id)]);
  const documents = (await Promise.all((pages?.documents ?? []).map(loadSource))).filter((one) => one !== undefined);
  if (!city || !pages) return undefined;
  const { parameters, readings } = city.policy;
  return { documents: inOrder(documents), unknown: pages.unknown, readings, checks: rechecks(parameters) };
}

/** 数据与来源: what everything rests on, what is disputed, and what is not known. */
export default function SourcesPage() {
  const { city: id = '' } = useParams();
  const city = findCity(id);
  const loaded = useLoaded(load, id);
  if (!city || !loaded) return <Missing />;
  const { documents, unknown, readings, checks } = loaded;
  return (
    <Page
      title="数据与来源"
      above={{ text: `${city.name}少儿医保`, to: `/${city.id}/` }}
      lead="每个数字点一下都能看到出处。这里是用到的全部文件，还有拿不准的和没查到的。"
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
        <h2 className="wa-section-title">可靠程度怎么看</h2>
        <ul className="wa-card sources-grades">
          {GRADES.map(({ grade, words }) => (
            <li key={grade}>
              <SourceChip grade={grade} />
              <p>{words}</p>
            </li>
          ))}
        </ul>
      </section>
      <CellGroup title={`用到的文件（${documents.length} 份）`} note="有地址的点开是原页面，原页面可能已经改动或下线。">
        {documents.map((document) => (
          <OneDocument key={document.id} document={document} />
        ))}
      </CellGroup>
      <section className="wa-section">
        <h2 className="wa-section-title">什么时候重新核对</h2>
        {checks.map(({ day, labels }) => (
          <Details key={day} title={`${formatDate(day)}：${labels.length} 项`}>
            <Labels labels={labels} />
          </Details>
        ))}
      </section>
      <CellGroup title="接下来">
        <Cell icon="table" title="待遇一览" desc="比例、限额、起付线，按年度列表" to={`/${city.id}/benefits/`} />
        <Cell icon="help" title="遇到问题" to={`/${city.id}/help/`} />
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

function OneDocument({ document: { title, issuer, date, address, grade, kind } }: { document: SourceDocument }) {
  return (
    <Cell
      title={`《${title}》`}
      desc={
        <>
          <span className="sources-line">
            {issuer}
            {date ? ` · ${formatDate(date)}` : ' · 没有日期'}
          </span>
          <span className="sources-line">{kind}</span>
          <span className="sources-line">
            <SourceChip grade={grade} />
          </span>
        </>
      }
      {...(address ? { to: address } : {})}
    />
  );
}
