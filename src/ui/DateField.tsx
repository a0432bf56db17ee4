import { type ReactNode, useId } from 'react';
import { FieldError } from './ChoiceList.tsx';
import type { FieldProblem } from './fields.tsx';
import './label.css';
import './field.css';
import './date-field.css';

/** The three fields as typed. */
export type DateParts = Record<'year' | 'month' | 'day', string>;

type DatePart = keyof DateParts;

type Reading = { kind: 'date' } | { kind: 'problem'; part: DatePart; message: string };

interface Part {
  part: DatePart;
  unit: string;
}

const YEAR: Part = { part: 'year', unit: '年' };
const MONTH: Part = { part: 'month', unit: '月' };
const DAY: Part = { part: 'day', unit: '日' };
const PARTS = [YEAR, MONTH, DAY];

const fieldOf = (name: string, part: DatePart) => `${name}-${part}`;

/** What the reading of a date complained about, for `ErrorSummary` and the field. */
export function dateProblem(name: string, reading: Reading): FieldProblem[] {
  return reading.kind === 'problem' ? [{ field: fieldOf(name, reading.part), message: reading.message }] : [];
}

export interface DateFieldProps {
  /** Key of the field; the inputs get the ids `field-<name>-year` … */
  name: string;
  label: string;
  hint?: ReactNode;
  value: DateParts;
  onChange: (value: DateParts) => void;
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
      <label className={`wa-input-row wa-date-part wa-date-${key}${wrong ? ' wa-input-row-error' : ''}`}>
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
    <fieldset className="wa-field wa-date-field" aria-describedby={described || undefined}>
      <legend className="wa-label">{label}</legend>
      {hint && (
        <div className="wa-hint" id={`${id}-hint`}>
          {hint}
        </div>
      )}
      {problem && <FieldError id={`${id}-error`} text={problem.message} />}
      <div className="wa-date-parts">
        {part(YEAR)}
        <div className="wa-date-pair">
          {part(MONTH)}
          {part(DAY)}
        </div>
      </div>
    </fieldset>
  );
}
