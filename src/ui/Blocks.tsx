import { Fragment } from 'react';
import type { Anchor, Block } from '#policy/types.ts';
import { Cell } from './Cell.tsx';
import { Materials, type TickList } from './Materials.tsx';
import { mapLinks } from './map.ts';
import { Notice } from './Notice.tsx';
import { Origin } from './Origin.tsx';
import { PathBlock } from './PathBlock.tsx';
import { RichText, useFigures } from './RichText.tsx';
import { Table } from './Table.tsx';
import './blocks.css';

export interface BlocksProps {
  blocks: Block[];
  /** What is ticked off on this page: `useTicks(page)` of `#platform`. */
  ticks: TickList;
  /** What the page was compared with, and says so: a block that was compared with something else says that itself. */
  at: Anchor | undefined;
}

/** The blocks of a guide or a conclusion, inside `CityTexts`. */
export function Blocks({ blocks, ticks, at }: BlocksProps) {
  return (
    <div className="wa-blocks">
      {blocks.map((block) => (
        <Fragment key={JSON.stringify(block)}>
          <OneBlock block={block} ticks={ticks} />
          {'at' in block && block.at && block.at.source !== at?.source && <Origin at={block.at} />}
        </Fragment>
      ))}
    </div>
  );
}

function OneBlock({ block, ticks }: { block: Block; ticks: TickList }) {
  switch (block.type) {
    case 'path':
      return <PathBlock block={block} ticks={ticks} />;
    case 'steps':
      return <TextList title={block.title} items={block.items} ordered />;
    case 'facts':
      return <TextList title={block.title} items={block.items} />;
    case 'materials':
      return <Materials title={block.title} items={block.items} ticks={ticks} />;
    case 'note':
      return (
        <Notice tone={block.tone}>
          <p>
            <RichText text={block.text} />
          </p>
        </Notice>
      );
    case 'table':
      return <FigureTable block={block} />;
    case 'phone':
      return (
        <ul className="wa-cells">
          <Cell
            icon="phone"
            title={
              <>
                {block.name.replace(block.number, '').trim()} <span className="wa-num">{block.number}</span>
              </>
            }
            desc={block.note && <RichText text={block.note} />}
            to={`tel:${block.number}`}
          />
        </ul>
      );
    case 'map':
      return (
        <section>
          <h2 className="wa-block-title">{block.label ?? `找附近的${block.keyword}`}</h2>
          <ul className="wa-cells">
            {mapLinks(block.keyword).map(({ name, to }) => (
              <Cell key={to} icon="pin" title={`在${name}里找`} to={to} />
            ))}
          </ul>
        </section>
      );
    case 'links':
      return (
        <section>
          {block.title && <h2 className="wa-block-title">{block.title}</h2>}
          <ul className="wa-cells">
            {block.items.map(({ label, to, note }) => (
              <Cell key={to} title={label} desc={note} to={to} />
            ))}
          </ul>
        </section>
      );
  }
}

/** A table of policy texts. A column of nothing but amounts says 元 once, in its head. */
export function FigureTable({ block, stacked }: { block: Extract<Block, { type: 'table' }>; stacked?: boolean }) {
  const figures = useFigures();
  const { title, columns, rows, note } = block;
  const inYuan = columns.map((_, place) => {
    const cells = rows.map(({ cells }) => /^\[\[([^\]]+)\]\]$/.exec(cells[place] ?? '')?.[1]).filter(Boolean);
    return cells.length > 0 && cells.every((ref) => figures[ref ?? '']?.unit.startsWith('元'));
  });
  return (
    <Table
      title={title}
      columns={columns.map((column, place) => (inYuan[place] ? `${column}（元）` : column))}
      rows={rows.map(({ label, cells }) => ({
        label,
        head: <RichText text={label} />,
        cells: cells.map((cell, place) => (
          <RichText key={`${columns[place]}${cell}`} text={cell} bare={inYuan[place] ?? false} />
        )),
      }))}
      note={note && <RichText text={note} />}
      stacked={stacked}
    />
  );
}

export interface TextListProps {
  title?: string | undefined;
  items: string[];
  ordered?: boolean;
}

/** A white card with numbered steps, or statements without order. */
export function TextList({ title, items, ordered }: TextListProps) {
  const List = ordered ? 'ol' : 'ul';
  return (
    <section className="wa-card">
      {title && <h2 className="wa-block-title">{title}</h2>}
      <List className={ordered ? 'wa-steps' : 'wa-facts'}>
        {items.map((item) => (
          <li key={item}>
            <RichText text={item} />
          </li>
        ))}
      </List>
    </section>
  );
}
