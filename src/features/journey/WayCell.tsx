import { useTicks } from '#platform';
import { Cell } from '#ui';

export interface WayCellProps {
  city: string;
  /** `group/id` of the guide. */
  way: string;
  title: string;
  hint: string;
}

/** A link to a guide; says whether its reader has marked it as done. */
export function WayCell({ city, way, title, hint }: WayCellProps) {
  const to = `/${city}/${way}/`;
  const done = useTicks('done').has(to);
  return <Cell title={title} desc={hint} value={done ? '已完成' : undefined} to={to} />;
}
