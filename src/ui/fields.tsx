import { type HTMLAttributes, type ReactNode, useEffect, useId, useRef } from 'react';
import { FieldError } from './ChoiceList.tsx';
import './label.css';
import './field.css';

interface FieldProps {
  /** Key of the field; the input gets the id `field-<name>`, which `ErrorSummary` links to. */
  name: string;
  label: string;
  hint?: ReactNode;
  error?: string | undefined;
  value: string;
  onChange: (value: string) => void;
  /** Behind the field, e.g. `元`. */
  unit?: string;
}

interface TextFieldProps extends FieldProps {
  inputMode?: HTMLAttributes<HTMLInputElement>['inputMode'];
  placeholder?: string;
  maxLength?: number;
}

/** A labelled field. Keeps what was typed, whatever it is; checks nothing by itself. */
export function TextField(props: TextFieldProps) {
  const { name, label, hint, error, value, onChange, unit, inputMode, placeholder, maxLength = 40 } = props;
  const id = useId();
  const described = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ');
  return (
    <div className="wa-field">
      <label className="wa-label" htmlFor={`field-${name}`}>
        {label}
      </label>
      {hint && (
        <div className="wa-hint" id={`${id}-hint`}>
          {hint}
        </div>
      )}
      {error && <FieldError id={`${id}-error`} text={error} />}
      <div className={`wa-input-row${error ? ' wa-input-row-error' : ''}`}>
        <input
          id={`field-${name}`}
          className="wa-input"
          type="text"
          inputMode={inputMode}
          enterKeyHint="done"
          autoComplete="off"
          maxLength={maxLength}
          placeholder={placeholder}
          value={value}
          aria-describedby={described || undefined}
          aria-invalid={error ? true : undefined}
          onChange={(event) => onChange(event.target.value)}
        />
        {unit && (
          <span className="wa-input-unit" aria-hidden="true">
            {unit}
          </span>
        )}
      </div>
    </div>
  );
}

/** An amount in yuan. What people type (`¥1，234.5`) is kept; reading it is the business of the screen. */
export function AmountField(props: FieldProps) {
  return <TextField unit="元" {...props} inputMode="decimal" />;
}

export interface FieldProblem {
  /** `name` of the field. */
  field: string;
  message: string;
}

/** What is wrong and how to fix it, above the fields; takes the focus each time a check finds something. */
export function ErrorSummary({ problems }: { problems: FieldProblem[] }) {
  const box = useRef<HTMLDivElement>(null);
  const known = useRef(problems);
  useEffect(() => {
    // What is left after one was put right is nothing new.
    if (problems.some((one) => !known.current.includes(one))) box.current?.focus();
    known.current = problems;
  }, [problems]);
  if (problems.length === 0) return null;
  return (
    <div ref={box} className="wa-errors" role="alert" tabIndex={-1}>
      <h2 className="wa-errors-title">请改一下这里</h2>
      <ul>
        {problems.map(({ field, message }) => (
          <li key={field}>
            <a
              href={`#field-${field}`}
              onClick={(event) => {
                event.preventDefault();
                event.currentTarget.ownerDocument.getElementById(`field-${field}`)?.focus();
              }}
            >
              {message}
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** `第 2 步，共 5 步` with a bar of 4 px. Only where the total is reliable. */
export function ProgressText({ at, of }: { at: number; of: number }) {
  return (
    <div className="wa-progress">
      <p>
        第 {at} 步，共 {of} 步
      </p>
      <div className="wa-progress-track" aria-hidden="true">
        <div className="wa-progress-bar" style={{ width: `${(at / of) * 100}%` }} />
      </div>
    </div>
  );
}
