/** What was said about the child: asked once, known to every calculator, kept on this phone only. */
import { create } from 'zustand';
import { persist } from 'zustand/middleware';
import { isRecord, persisted } from '#platform';
import { NO_DATE, type TypedDate } from './typed-date.ts';

export type Hukou = 'local' | 'other';

interface Kept {
  /** As typed, so that a wrong date can be put right. */
  birth: TypedDate;
  hukou: Hukou | undefined;
}

interface ChildState extends Kept {
  setBirth: (birth: TypedDate) => void;
  setHukou: (hukou: Hukou) => void;
}

const MAX_TEXT = 10;

const short = (value: unknown): value is string => typeof value === 'string' && value.length <= MAX_TEXT;

/** What was kept, if it is sound. */
export function readKept(value: unknown): Kept | undefined {
  if (!isRecord(value) || !isRecord(value.birth)) return undefined;
  const { year, month, day } = value.birth;
  if (!short(year) || !short(month) || !short(day)) return undefined;
  const hukou = value.hukou === 'local' || value.hukou === 'other' ? value.hukou : undefined;
  return { birth: { year, month, day }, hukou };
}

export const useChild = create<ChildState>()(
  persist(
    (set) => ({
      birth: NO_DATE,
      hukou: undefined,
      setBirth: (birth) => set({ birth }),
      setHukou: (hukou) => set({ hukou }),
    }),
    persisted<ChildState, Kept>({
      key: 'child',
      version: 1,
      pick: ({ birth, hukou }) => ({ birth, hukou }),
      validate: readKept,
    }),
  ),
);
