import { useEffect, useRef, useState } from 'react';
import { Icon } from './icons.tsx';
import { Sheet } from './Sheet.tsx';
import { useServices } from './services.tsx';
import { useSheet } from './sheets.tsx';
import './copy.css';

export interface CopyButtonProps {
  /** What is copied. */
  text: string;
  /** On the button: `复制名称`. */
  children: string;
  /** What a screen reader says it is, where the text itself is too long. */
  spoken?: string;
}

/** Says 已复制 only if it is true; otherwise shows the text, selected, to be copied by a long press. */
export function CopyButton({ text, children, spoken = text }: CopyButtonProps) {
  const { copyText } = useServices();
  const { open, show, close } = useSheet();
  const [copied, setCopied] = useState(0);
  useEffect(() => {
    if (copied === 0) return;
    const timer = setTimeout(() => setCopied(0), 2500);
    return () => clearTimeout(timer);
  }, [copied]);
  const onClick = async () => {
    if (await copyText(text)) setCopied((times) => times + 1);
    else show();
  };
  return (
    <>
      <button type="button" className="wa-copy" aria-label={`${children}：${spoken}`} onClick={() => void onClick()}>
        <span className="wa-copy-face">
          <Icon name={copied ? 'check' : 'copy'} size={16} />
          {copied ? '已复制' : children}
        </span>
      </button>
      <span className="wa-sr" role="status">
        {copied ? `已复制 ${spoken}` : ''}
      </span>
      <Sheet open={open} onClose={close} title="请长按复制">
        <SelectedText text={text} />
      </Sheet>
    </>
  );
}

/** Where copying was refused: the text, selected, to be copied by a long press. */
export function SelectedText({ text }: { text: string }) {
  const area = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    const timer = setTimeout(() => {
      area.current?.focus({ preventScroll: true });
      area.current?.select();
    }, 50);
    return () => clearTimeout(timer);
  }, []);
  return (
    <>
      <p>这个浏览器不让网页直接复制。下面的文字已选中，长按复制。</p>
      <textarea ref={area} className="wa-selected" readOnly rows={3} value={text} aria-label="要复制的文字" />
    </>
  );
}
