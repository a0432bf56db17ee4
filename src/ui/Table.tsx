import type { ReactNode } from 'react';
import './table.css';

export interface TableProps {
  title: string;
  /** Heads of the columns after the first. */
  columns: string[];
  /** `head`: the label as it is drawn, where it is more than words. */
  rows: { label: string; head?: ReactNode; cells: ReactNode[] }[];
  /** Head of the first column. */
  corner?: string;
  note?: ReactNode;
  /** Each row a block on every screen. */
  stacked?: boolean | undefined;
}

/** A real table. On narrow screens a row becomes a small block in which each cell says its column's name. */
export function Table({ title, columns, rows, corner = '', note, stacked }: TableProps) {
  return (
    <figure className="wa-card wa-table-card">
      <table className={`wa-table${stacked || columns.length > 3 ? '' : ' wa-grid'}`}>
        <caption className="wa-block-title">{title}</caption>
        <thead>
          <tr>
            <th scope="col">{corner || <span className="wa-sr">项目</span>}</th>
            {columns.map((column) => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ label, head, cells }) => (
            <tr key={label}>
              <th scope="row">{head ?? label}</th>
              {cells.map((cell, place) => (
                <td key={columns[place] ?? place} data-column={columns[place]}>
                  {cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {note && <figcaption className="wa-note-text">{note}</figcaption>}
    </figure>
  );
}
