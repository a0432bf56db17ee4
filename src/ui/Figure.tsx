import { type ReactNode, useEffect, useState } from 'react';
import { Sheet, warmSheet } from './Sheet.tsx';
import { useServices } from './services.tsx';
import { useSheet } from './sheets.tsx';
import './figure.css';

export interface FigureProps {
  /** As it is drawn: `75%`, `436.32 元`, `¥1,234.56`, `2026年9月1日`. */
  text: string;
  /** What it is; heading of the half-screen and part of the spoken name. */
  label: string;
  /** How it is read aloud, where `text` reads badly: `1,234.56 元`. */
  spoken?: string;
  /** What the half-screen shows; fetched when opened. */
  explain: () => ReactNode | Promise<ReactNode>;
  /** The one large number of a result. */
  big?: boolean | undefined;
}

/** A number that can be tapped to see where it comes from. */
export function Figure({ text, label, spoken, explain, big }: FigureProps) {
  const { open, show, close } = useSheet();
  return (
    <>
      <button
        type="button"
        data-num={text}
        className={`wa-figure${big ? ' wa-figure-big' : ''}`}
        aria-haspopup="dialog"
        aria-label={`${spoken ?? text}，${label}，看出处`}
        onPointerDown={warmSheet}
        onFocus={warmSheet}
        onClick={show}
      >
        {text}
      </button>
      <Sheet open={open} onClose={close} title={label}>
        <Explanation explain={explain} />
      </Sheet>
    </>
  );
}

function Explanation({ explain }: Pick<FigureProps, 'explain'>) {
  const { missing } = useServices();
  const [content, setContent] = useState<ReactNode>();
  useEffect(() => {
    let wanted = true;
    Promise.resolve()
      .then(explain)
      .catch((fault) => {
        missing(fault);
        return <p>出处没有取到。请检查网络后再点一次。</p>;
      })
      .then((node) => wanted && setContent(node));
    return () => {
      wanted = false;
    };
  }, [explain, missing]);
  return content ?? <p role="status">正在取出处……</p>;
}
