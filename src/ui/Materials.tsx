import { Icon } from './icons.tsx';
import { RichText } from './RichText.tsx';
import './material.css';

export interface TickList {
  has: (item: string) => boolean;
  toggle: (item: string) => void;
}

export interface MaterialsProps {
  title?: string | undefined;
  /** `optional`: needed in some cases only, as the note says; not counted. */
  items: { name: string; note?: string; optional?: true }[];
  ticks: TickList;
}

/** Papers to bring, each to be ticked off; how many are still missing is said in words. */
export function Materials({ title = '要带的材料', items, ticks }: MaterialsProps) {
  const counted = items.filter(({ optional }) => !optional);
  const missing = counted.filter(({ name }) => !ticks.has(name)).length;
  return (
    <section className="wa-card wa-materials">
      <h2 className="wa-block-title">{title}</h2>
      <ul>
        {items.map(({ name, note, optional }) => (
          <li key={name}>
            <label className="wa-material">
              <input type="checkbox" checked={ticks.has(name)} onChange={() => ticks.toggle(name)} />
              <span className="wa-material-box" aria-hidden="true">
                <Icon name="check" size={18} />
              </span>
              <span className="wa-material-text">
                {name}
                {optional && '（看情况）'}
              </span>
            </label>
            {note && (
              <p className="wa-material-note">
                <RichText text={note} />
              </p>
            )}
          </li>
        ))}
      </ul>
      <p className="wa-material-count" role="status">
        {missing === 0 ? `${counted.length} 样都备好了` : `还差 ${missing} 样，点一下就划掉`}
      </p>
    </section>
  );
}
