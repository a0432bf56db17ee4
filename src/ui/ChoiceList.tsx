import { type ReactNode, type Ref, useId } from 'react';
import './label.css';
import './choice.css';

export interface Choice {
  value: string;
  label: string;
  note?: ReactNode;
}

export interface ChoiceListProps {
  /** Key of the question; also the name of the radios. */
  name: string;
  /** The question, as the name of the group; drawn only if `showLegend`. */
  legend: string;
  showLegend?: boolean | undefined;
  options: Choice[];
  value: string | undefined;
  onChange: (value: string) => void;
  error?: string | undefined;
  /** The group, to lead to it. */
  box?: Ref<HTMLDivElement>;
}

/** Real radios in rows that can be tapped anywhere. Choosing never leads to another screen by itself. */
export function ChoiceList({ name, legend, showLegend, options, value, onChange, error, box }: ChoiceListProps) {
  const id = useId();
  return (
    <div
      ref={box}
      role="radiogroup"
      id={`field-${name}`}
      tabIndex={-1}
      aria-labelledby={`${id}-legend`}
      aria-describedby={error ? `${id}-error` : undefined}
      aria-invalid={error ? true : undefined}
    >
      <div id={`${id}-legend`} className={showLegend ? 'wa-label' : 'wa-sr'}>
        {legend}
      </div>
      {error && <FieldError id={`${id}-error`} text={error} />}
      <div className="wa-choices">
        {options.map((option) => (
          <label
            key={option.value}
            className="wa-choice"
            onClickCapture={(event) => {
              // A finger that meets a figure in the row means the row, until it is chosen; keys mean the figure.
              const figure = event.detail > 0 && event.target instanceof Element && event.target.closest('[data-num]');
              if (!figure || value === option.value) return;
              event.preventDefault();
              event.stopPropagation();
              onChange(option.value);
            }}
          >
            <input
              type="radio"
              name={`${id}-${name}`}
              value={option.value}
              checked={value === option.value}
              onChange={() => onChange(option.value)}
            />
            <span className="wa-choice-dot" aria-hidden="true" />
            <span className="wa-choice-text">
              {option.label}
              {option.note && <span className="wa-choice-note">{option.note}</span>}
            </span>
          </label>
        ))}
      </div>
    </div>
  );
}

export function FieldError({ id, text }: { id: string; text: string }) {
  return (
    <p id={id} className="wa-field-error">
      <span className="wa-sr">错误：</span>
      {text}
    </p>
  );
}
