import { useState } from 'react';
import { useParams } from 'react-router';
import { findCity, loadDiseases, loadPages, loadSource } from '#cities';
import type { SourceDocument } from '#policy/types.ts';
import { Cell, CellGroup, formatDate, Missing, Notice, Page, SourceChip, TextField, useLoaded } from '#ui';
import './diseases.css';
import { byClass, CLASS_NAMES, type DiseaseList, listsOf, search } from './lists.ts';

async function load(city: string) {
  const [diseases, pages] = await Promise.all([loadDiseases(city), loadPages(city)]);
  if (!diseases || !pages?.diseases) return undefined;
  const lists = listsOf(diseases);
  const ids = [...new Set(diseases.map(({ source }) => source))];
  const documents = (await Promise.all(ids.map(loadSource))).filter((document) => document !== undefined);
  return { lists, documents, words: pages.diseases };
}

/** 病种: the lists by date, searched by name or initials. */
export default function DiseasesPage() {
  const { city: id = '' } = useParams();
  const city = findCity(id);
  const loaded = useLoaded(load, id);
  const [typed, setTyped] = useState('');
  const [from, setFrom] = useState<string>();
  if (!city || !loaded) return <Missing />;
  const { lists, documents, words } = loaded;
  const shown = lists.find((list) => list.from === from) ?? lists[0];
  if (!shown) return <Missing />;
  const note = words.periods.find((period) => period.from === shown.from)?.note;
  return (
    <Page
      title="病种"
      above={{ text: `${city.name}少儿医保`, to: `/${city.id}/` }}
      lead={words.lead}
      city={city.name}
      docTitle={`${city.name}少儿医保：门诊特病病种`}
      footer={{ hotlines: city.hotlines, rulesYear: city.asOf.slice(0, 4) }}
    >
      {lists.length > 1 && (
        <fieldset className="diseases-dates">
          <legend className="wa-label">哪天看的病？</legend>
          <div className="diseases-switch">
            {lists.map((list) => (
              <button
                key={list.from}
                type="button"
                className={`diseases-date${list === shown ? ' diseases-date-on' : ''}`}
                aria-pressed={list === shown}
                onClick={() => setFrom(list.from)}
              >
                {dateWords(list, lists)}
              </button>
            ))}
          </div>
        </fieldset>
      )}
      <TextField
        name="disease"
        label="按名字查"
        hint="写汉字，或每个字拼音的第一个字母，例如 gxy。"
        value={typed}
        onChange={setTyped}
      />
      <Found list={shown} lists={lists} typed={typed} none={words.none} />
      {note && (
        <div className="wa-section">
          <Notice>{note}</Notice>
        </div>
      )}
      <Documents documents={documents} list={shown} />
      <CellGroup title="接下来">
        {words.related.map(({ label, to }) => (
          <Cell key={to} title={label} to={to} />
        ))}
      </CellGroup>
    </Page>
  );
}

/** `2025年6月1日及以后` for the list in force, `…以前` for the one before it. */
function dateWords(list: DiseaseList, lists: readonly DiseaseList[]): string {
  const newer = lists[lists.indexOf(list) - 1];
  return newer ? `${formatDate(newer.from)}以前` : `${formatDate(list.from)}及以后`;
}

interface FoundProps {
  list: DiseaseList;
  lists: readonly DiseaseList[];
  typed: string;
  /** Said where nothing is found. */
  none: string;
}

function Found({ list, lists, typed, none }: FoundProps) {
  const found = search(list.diseases, typed);
  const elsewhere = lists.filter((other) => other !== list && search(other.diseases, typed).length > 0);
  const asked = typed.trim();
  return (
    <>
      <p className="diseases-count" role="status">
        {found.length > 0
          ? `${asked ? '找到' : '共'} ${found.length} 种`
          : `没有找到“${asked}”。换个写法，或只写一两个字再试。${none}`}
        {found.length === 0 && elsewhere.map((other) => `“${dateWords(other, lists)}”的名单里有，点上面的日期看。`)}
      </p>
      {byClass(found).map(({ name, diseases }) => (
        <CellGroup key={name} title={`${name}（${diseases.length} 种）`}>
          {diseases.map((disease) => (
            <Cell key={disease.name} title={disease.name} value={CLASS_NAMES[disease.class]} />
          ))}
        </CellGroup>
      ))}
    </>
  );
}

function Documents({ documents, list }: { documents: readonly SourceDocument[]; list: DiseaseList }) {
  const used = new Set(list.diseases.map(({ source }) => source));
  return (
    <section className="wa-section">
      <h2 className="wa-section-title">出处</h2>
      {documents
        .filter(({ id }) => used.has(id))
        .map(({ id, title, issuer, date, grade }) => (
          <p key={id} className="wa-note-text">
            《{title}》，{issuer}
            {date && `，${formatDate(date)}`} <SourceChip grade={grade} />
          </p>
        ))}
    </section>
  );
}
