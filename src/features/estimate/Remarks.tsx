import type { Remark } from '#engine';
import { Notice, RichText } from '#ui';
import type { Journey } from './types.ts';

/** What a person should know about this result, in the city's words. */
export function Remarks({ journey, remarks }: { journey: Journey; remarks: readonly Remark[] }) {
  return [...new Set(remarks)].map((remark) => {
    const text = journey.graph.remarks[remark];
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
