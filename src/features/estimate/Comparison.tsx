import { useMemo } from 'react';
import type { CityModule } from '#cities';
import { type Fen, formatMoney } from '#engine';
import { Cell, CellGroup, group } from '#ui';
import { cleaned } from './amounts.ts';
import { alternatives } from './compare.ts';
import { visitDate } from './result.ts';
import type { Journey } from './types.ts';

/** The same bill elsewhere or otherwise: what the family would pay, by how much that differs, and where it says how. */
export function Comparison({ city, journey, self }: { city: CityModule; journey: Journey; self: Fen }) {
  const { graph, answers, amounts, year, today } = journey;
  const others = useMemo(
    () => alternatives(city, graph, answers, cleaned(amounts), visitDate(year, today), self),
    [city, graph, answers, amounts, year, today, self],
  );
  if (others.length === 0) return null;
  return (
    <CellGroup title="同一张单子，换一种情形">
      {others.map(({ question, value, label, self: other, to }) => (
        <Cell
          key={`${question}=${value}`}
          title={label}
          desc={`自己付 ${group(formatMoney(other))} 元，${other < self ? '少' : '多'}付 ${group(formatMoney(Math.abs(other - self)))} 元`}
          {...(to ? { to } : {})}
        />
      ))}
    </CellGroup>
  );
}
