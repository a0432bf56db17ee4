import type { Grade } from '#policy/types.ts';
import './chip.css';

export const gradeWords: Record<Grade, string> = {
  A: '官方原文',
  B: '媒体转述',
  C: '单一来源，待核实',
  D: '推算',
};

/** How sure a value is, in words. */
export function SourceChip({ grade }: { grade: Grade }) {
  return <span className={`wa-chip wa-chip-${grade}`}>{gradeWords[grade]}</span>;
}
