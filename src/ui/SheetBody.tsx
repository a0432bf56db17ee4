import { Popup } from 'antd-mobile/es/components/popup/popup';
import 'antd-mobile/es/components/mask/mask.css';
import 'antd-mobile/es/components/popup/popup.css';
import { type KeyboardEvent, useEffect, useId, useRef } from 'react';
import { Icon } from './icons.tsx';
import type { SheetProps } from './Sheet.tsx';

const focusable = 'a[href], button:not([disabled]), input:not([disabled]), textarea, summary, [tabindex="0"]';

export default function SheetBody({ open, onClose, title, children }: SheetProps) {
  const id = useId();
  const box = useRef<HTMLDivElement>(null);
  const opener = useRef<Element>(null);

  useEffect(() => {
    if (!open) return;
    const page = box.current?.ownerDocument;
    opener.current = page?.activeElement ?? null;
    box.current?.focus({ preventScroll: true });
    return () => {
      if (opener.current instanceof HTMLElement) opener.current.focus({ preventScroll: true });
    };
  }, [open]);

  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>) => {
    if (event.key === 'Escape') {
      event.stopPropagation();
      onClose();
    }
    if (event.key !== 'Tab' || !box.current) return;
    const stops = [...box.current.querySelectorAll<HTMLElement>(focusable)];
    const at = stops.findIndex((stop) => stop === box.current?.ownerDocument.activeElement);
    const next = event.shiftKey ? (at <= 0 ? stops.length : at) - 1 : (at + 1) % stops.length;
    event.preventDefault();
    stops[next]?.focus();
  };

  return (
    <Popup visible={open} onMaskClick={onClose} bodyClassName="wa-sheet-body" destroyOnClose>
      <div
        ref={box}
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
