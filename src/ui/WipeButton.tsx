import { useState } from 'react';
import { Actions, SecondaryButton, TextButton } from './Button.tsx';
import { toast } from './toast.ts';

/** Below the last line of a page nobody would see it. Once: as a function made anew it would be called at each drawing. */
const show = (note: HTMLElement | null) => note?.scrollIntoView({ block: 'center' });

/** Forgets everything that was filled in on this phone. It asks first: the visits of a year go as well. */
export function WipeButton({ onWipe }: { onWipe: () => void }) {
  const [asked, ask] = useState(false);
  return (
    <Actions>
      <TextButton onClick={() => ask(!asked)}>{asked ? '不清除了' : '清除我的填写'}</TextButton>
      {asked && (
        <>
          <p className="wa-note-text" role="alert" ref={show}>
            这台手机上填过的都会删掉：孩子的情况、选过的答案、账本里的每一笔。删掉就找不回来了。
          </p>
          <SecondaryButton
            onClick={() => {
              ask(false);
              onWipe();
              void toast('已清除');
            }}
          >
            全部清除
          </SecondaryButton>
        </>
      )}
    </Actions>
  );
}
