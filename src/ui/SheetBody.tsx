import { Popup } from 'antd-mobile/es/components/popup/popup';
import 'antd-mobile/es/components/mask/mask.css';
import 'antd-mobile/es/components/popup/popup.css';
import './sheet.css';
import { type KeyboardEvent, useEffect, useId, useState } from 'react';
import { Icon } from './icons.tsx';
import type { SheetProps } from './Sheet.tsx';

const focusable = 'a[href], button:not([disabled]), input:not([disabled]), textarea, summary, [tabindex="0"]';

export default function SheetBody({ open, onClose, title, children }: SheetProps) {
  const id = useId();
  // The popup draws its content a little later than it opens: the effects wait for the element.
  const [box, setBox] = useState<HTMLDivElement | null>(null);

  useEffect(() => {
    if (!open || !box) return;
    const opener = box.ownerDocument.activeElement;
    box.focus({ preventScroll: true });
    return () => {
      // What was opened may have removed what it was opened from.
      const back = opener?.isConnected ? opener : box.ownerDocument.querySelector('h1');
      if (!(back instanceof HTMLElement)) return;
      if (back !== opener) back.tabIndex = -1;
      back.focus({ preventScroll: true });
    };
  }, [open, box]);

  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>) => {
    if (event.key === 'Escape') {
      event.stopPropagation();
      onClose();
    }
    if (event.key !== 'Tab' || !box) return;
    const stops = [...box.querySelectorAll<HTMLElement>(focusable)];
    const at = stops.indexOf(box.ownerDocument.activeElement as HTMLElement);
    const next = event.shiftKey ? (at <= 0 ? stops.length : at) - 1 : (at + 1) % stops.length;
    event.preventDefault();
    stops[next]?.focus();
  };

  return (
    <Popup visible={open} onMaskClick={onClose} bodyClassName="wa-sheet-body" destroyOnClose>
      <div
        ref={setBox}
        className="wa-sheet"
        role="dialog"
        aria-modal="true"
        aria-labelledby={`${id}-title`}
        tabIndex={-1}
        onKeyDown={onKeyDown}
      >
        <div className="wa-sheet-head">
          <h2 className="wa-sheet-title" id={`${id}-title`}>
            {title}
          </h2>
          <button type="button" className="wa-sheet-close" aria-label="关闭" onClick={onClose}>
            <Icon name="close" size={20} />
          </button>
        </div>
        <div className="wa-sheet-content">{children}</div>
      </div>
    </Popup>
  );
}
