import type { Anchor } from '#policy/types.ts';
import { useDocument } from './RichText.tsx';
import { SourceChip } from './SourceChip.tsx';

/** The document some words were compared with, its heading, and how sure it is. Inside `CityTexts`. */
export function Origin({ at }: { at: Anchor | undefined }) {
  const document = useDocument(at);
  if (!document) return null;
  return (
    <span className="wa-note-text wa-origin">
      {`出处：《${document.title}》${document.heading ? `“${document.heading}”` : ''} `}
      <SourceChip grade={document.grade} />
    </span>
  );
}
