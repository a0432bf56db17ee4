import type { Remark } from '#engine';
import type { Text } from '#policy/types.ts';
import { Notice } from './Notice.tsx';
import { RichText } from './RichText.tsx';

export interface RemarksProps {
  /** The city's words for each, inside `CityTexts` of the file that holds them. */
  texts: Partial<Record<string, Text>>;
  remarks: readonly Remark[];
}

/** What a person should know about a result, or about a year of them: each once. */
export function Remarks({ texts, remarks }: RemarksProps) {
  return [...new Set(remarks)].map((remark) => {
    const text = texts[remark];
    return (
      text && (
        <Notice key={remark} tone="warn">
          <p>
            <RichText text={text} />
          </p>
        </Notice>
      )
    );
  });
}
