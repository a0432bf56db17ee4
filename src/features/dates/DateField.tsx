import { type ReactNode, useId } from 'react';
import type { DatePart, DateReading, TypedDate } from '#journeys';
import type { FieldProblem } from '#ui';
import './dates.css';

interface Part {
  part: DatePart;
  unit: string;
}

const YEAR: Part = { part: 'year', unit: '年' };
const MONTH: Part = { part: 'month', unit: '月' };
const DAY: Part = { part: 'day', unit: '日' };
const PARTS = [YEAR, MONTH, DAY];

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
  const part = ({ part: key, unit }: Part) => {
    const wrong = problem?.field === fieldOf(name, key);
    return (
      <label className={`wa-input-row dates-part dates-${key}${wrong ? ' wa-input-row-error' : ''}`}>
        <input
          id={`field-${fieldOf(name, key)}`}
          className="wa-input"
          type="text"
          inputMode="numeric"
          autoComplete="off"
          enterKeyHint={key === 'day' ? 'done' : 'next'}
          maxLength={8}
          value={value[key]}
          aria-invalid={wrong ? true : undefined}
          aria-describedby={wrong ? `${id}-error` : undefined}
          onChange={(event) => onChange({ ...value, [key]: event.target.value })}
        />
        <span className="wa-input-unit">{unit}</span>
      </label>
    );
  };
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
        {part(YEAR)}
        <div className="dates-pair">
          {part(MONTH)}
          {part(DAY)}
        </div>
      </div>
    </fieldset>
  );
}
