import { useId } from 'react';
import './label.css';
import './segments.css';

export interface SegmentsProps {
  /** The question, read aloud; drawn above. */
  legend: string;
  options: { value: string; label: string }[];
  value: string;
  onChange: (value: string) => void;
}

/** A few short choices beside each other; real radios. Changes what is shown on the same screen. */
export function Segments({ legend, options, value, onChange }: SegmentsProps) {
  const name = useId();
  return (
    <fieldset className="wa-segments">
      <legend className="wa-label">{legend}</legend>
      <div className="wa-segment-row">
        {options.map((option) => (
          <label key={option.value} className="wa-segment">
            <input
              type="radio"
              name={name}
              value={option.value}
              checked={option.value === value}
              onChange={() => onChange(option.value)}
            />
            <span className="wa-segment-face">{option.label}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
