import { useTicks } from '#platform';
import type { Guide } from '#policy/types.ts';
import { Icon, SecondaryButton, TextButton } from '#ui';
import './guide.css';

const DOING = ['path', 'steps', 'materials'];

/** Whether the guide is something to be done, not only to be read. */
export const isTask = ({ group, blocks }: Guide): boolean =>
  group !== 'help' && blocks.some(({ type }) => DOING.includes(type));

/** Where a parent notes that this step is done; the journeys show it. */
export function DoneToggle({ to }: { to: string }) {
  const { has, toggle } = useTicks('done');
  const done = has(to);
  return (
    <div className="guide-done">
      <p className="guide-done-text" role="status">
        {done && (
          <>
            <Icon name="check" size={20} />
            已完成：你标记过这一步办好了
          </>
        )}
      </p>
      {done ? (
        <TextButton onClick={() => toggle(to)}>改回没办好</TextButton>
      ) : (
        <SecondaryButton onClick={() => toggle(to)}>这一步办好了</SecondaryButton>
      )}
    </div>
  );
}
