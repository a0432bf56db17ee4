import { type ReactNode, useId } from 'react';
import type { FieldProblem } from '#ui';
import type { DatePart, DateReading, TypedDate } from './typed-date.ts';
import './dates.css';

const PARTS: { part: DatePart; unit: string }[] = [
  { part: 'year', unit: '年' },
  { part: 'month', unit: '月' },
  { part: 'day', unit: '日' },
];

const fieldOf = (name: string, part: DatePart) => `${name}-${part}`;

/** What `readDate` complained about, for `ErrorSummary` and the field. */
export function problemOf(name: string, reading: DateReading): FieldProblem[] {
  return reading.kind === 'problem' ? [{ field: fieldOf(name, reading.part), message: reading.message }] : [];
}

export interface DateFieldProps {
  /** Key of the field; the inputs get the ids `field-<name>-year` … */
  name: string;
  label: string;
  hint?: ReactNode;
  value: TypedDate;
  onChange: (value: TypedDate) => void;
  problems: FieldProblem[];
}

/** A known date in three small fields: typed, not picked in a calendar. Keeps whatever was typed. */
export function DateField({ name, label, hint, value, onChange, problems }: DateFieldProps) {
  const id = useId();
  const problem = problems.find(({ field }) => PARTS.some(({ part }) => field === fieldOf(name, part)));
  const described = [hint && `${id}-hint`, problem && `${id}-error`].filter(Boolean).join(' ');
  return (
    <fieldset className="wa-field dates-field" aria-describedby={described || undefined}>
      <legend className="wa-label">{label}</legend>
      {hint && (
        <div className="wa-hint" id={`${id}-hint`}>
          {hint}
        </div>
      )}
      {problem && (
        <p className="wa-field-error" id={`${id}-error`}>
          <span className="wa-sr">错误：</span>
          {problem.message}
        </p>
      )}
      <div className="dates-parts">
        {PARTS.map(({ part, unit }) => {
          const wrong = problem?.field === fieldOf(name, part);
          return (
            <label key={part} className={`wa-input-row dates-part${wrong ? ' wa-input-row-error' : ''}`}>
              <input
                id={`field-${fieldOf(name, part)}`}
                className="wa-input"
                type="text"
                inputMode="numeric"
                autoComplete="off"
                enterKeyHint={part === 'day' ? 'done' : 'next'}
                maxLength={8}
                value={value[part]}
                aria-invalid={wrong ? true : undefined}
                aria-describedby={wrong ? `${id}-error` : undefined}
                onChange={(event) => onChange({ ...value, [part]: event.target.value })}
              />
              <span className="wa-input-unit">{unit}</span>
            </label>
          );
        })}
      </div>
    </fieldset>
  );
}
