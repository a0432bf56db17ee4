import { useParams } from 'react-router';
import { findCity } from '#cities';
import type { Grade, SourceDocument } from '#policy/types.ts';
import { Cell, CellGroup, carried, formatDate, Missing, Page, SourceChip, useLoaded } from '#ui';
import { inOrder } from './checks.ts';
import './sources.css';

const GRADES: { grade: Grade; words: string }[] = [
  { grade: 'A', words: '政府部门自己发的文件、手册、答复，看过原文。' },
  { grade: 'B', words: '媒体或门户网站的报道，或者几处说法一致。' },
  { grade: 'C', words: '只有一处这样写，来源不算强，用之前最好再问一句。' },
  { grade: 'D', words: '没有公布的数字，用公布的数字按公布的算法算出来的。' },
];

const load = carried('sources', async (id: string) => {
  const { loadPages, loadSource } = await import('#cities');
  const pages = await loadPages(id);
  const documents = (await Promise.all((pages?.documents ?? []).map(loadSource))).filter((one) => one !== undefined);
  // The parts of a document are named where a figure is opened, and not every address is linked: the list does without.
  return inOrder(documents).map(({ parts: _, link, address, ...document }) =>
    link && address ? { ...document, address } : document,
  );
});

/** 数据与来源: the documents everything rests on, and how far each can be trusted. */
export default function SourcesPage() {
  const { city: id = '' } = useParams();
  const city = findCity(id);
  const documents = useLoaded(load, id);
  if (!city || city.building) return <Missing />;
  return (
    <Page
      title="数据与来源"
      above={{ text: `${city.name}少儿医保`, to: `/${city.id}/` }}
      lead="每个数字点一下都能看到出处。这里是用到的全部文件。"
      city={city.name}
      footer={{ hotlines: city.hotlines, rulesYear: city.asOf.slice(0, 4) }}
    >
      <CellGroup>
        <Cell
          icon="help"
          title="拿不准的和没查到的"
          desc="没有查到的、说法不一的、该重新核对的"
          to={`/${city.id}/sources/open/`}
        />
      </CellGroup>
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
      <CellGroup
        title={`用到的文件（${documents.length} 份）`}
        note="带箭头的点开是原页面，原页面可能已经改动或下线；不是政府、媒体和常用门户的网站不给链接。"
      >
        {documents.map((document) => (
          <OneDocument key={document.id} document={document} />
        ))}
      </CellGroup>
      <CellGroup title="接下来">
        <Cell icon="table" title="待遇一览" desc="比例、限额、起付线，按年度列表" to={`/${city.id}/benefits/`} />
        <Cell icon="help" title="遇到问题" to={`/${city.id}/help/`} />
      </CellGroup>
    </Page>
  );
}

function OneDocument({ document }: { document: Omit<SourceDocument, 'parts' | 'link'> }) {
  const { title, issuer, date, address, grade, kind } = document;
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
