import type { ReactNode } from 'react';
import type { Figure } from '#engine';
import { SourceChip } from '#ui';

/** How sure a figure is, only where it is weak. */
export function WeakChip({ figure }: { figure: Figure }): ReactNode {
  const { grade } = figure.dated;
  return grade === 'C' || grade === 'D' ? <SourceChip grade={grade} /> : null;
}
