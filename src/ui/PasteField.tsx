import type { Ref } from 'react';
import './label.css';
import './field.css';

export interface PasteFieldProps {
  /** Key of the field; the area gets the id `field-<name>`, which `ErrorSummary` links to. */
  name: string;
  label: string;
  /** Read when it is wanted: a long text would be slow to carry through every key stroke. */
  area: Ref<HTMLTextAreaElement>;
}

/** A place for a long text. */
export function PasteField({ name, label, area }: PasteFieldProps) {
  return (
    <div className="wa-field">
      <label className="wa-label" htmlFor={`field-${name}`}>
        {label}
      </label>
      <div className="wa-input-row">
        <textarea
          ref={area}
          id={`field-${name}`}
          className="wa-input wa-paste"
          rows={6}
          autoComplete="off"
          spellCheck={false}
        />
      </div>
    </div>
  );
}
