import type { ReactNode } from 'react';
import type { Figure } from '#engine';
import { SourceChip } from '#ui';

/** How sure a figure is, only where it is weak; one's own has no grade. */
export function WeakChip({ figure }: { figure: Figure }): ReactNode {
  const { grade } = figure.dated;
  return !figure.own && (grade === 'C' || grade === 'D') ? <SourceChip grade={grade} /> : null;
}
