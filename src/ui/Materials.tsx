import { Icon } from './icons.tsx';
import { RichText } from './RichText.tsx';
import './blocks.css';

export interface TickList {
  has: (item: string) => boolean;
  toggle: (item: string) => void;
}

export interface MaterialsProps {
  title?: string | undefined;
  items: { name: string; note?: string }[];
  ticks: TickList;
}

/** Papers to bring, each to be ticked off; how many are still missing is said in words. */
export function Materials({ title = '要带的材料', items, ticks }: MaterialsProps) {
  const missing = items.filter(({ name }) => !ticks.has(name)).length;
  return (
    <section className="wa-card wa-materials">
      <h2 className="wa-block-title">{title}</h2>
      <ul>
        {items.map(({ name, note }) => (
          <li key={name}>
            <label className="wa-material">
              <input type="checkbox" checked={ticks.has(name)} onChange={() => ticks.toggle(name)} />
              <span className="wa-material-box" aria-hidden="true">
                <Icon name="check" size={18} />
              </span>
              <span className="wa-material-text">{name}</span>
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
        {missing === 0 ? `${items.length} 样都备好了` : `还差 ${missing} 样，点一下就划掉`}
      </p>
    </section>
  );
}
