import type { ToolWords } from '#cities';
import { Origin, RichText } from '#ui';
import './dates.css';

/** Policy in words, and the document it stands in. Inside `CityTexts` of the city. */
export function PolicyWords({ words }: { words: ToolWords }) {
  return (
    <section className="wa-card">
      {words.title && <h2 className="wa-block-title">{words.title}</h2>}
      <PolicyList words={words} />
    </section>
  );
}

/** The same without a card. */
export function PolicyList({ words: { items, at } }: { words: ToolWords }) {
  return (
    <>
      <ul className="wa-facts">
        {items.map((item) => (
          <li key={item}>
            <RichText text={item} />
          </li>
        ))}
      </ul>
      <Origin at={at} />
    </>
  );
}

/** Below a table, where the sentences run on. */
export function PolicyNote({ words: { items, at } }: { words: ToolWords }) {
  return (
    <>
      {items.map((item) => (
        <RichText key={item} text={item} />
      ))}
      <Origin at={at} />
    </>
  );
}
