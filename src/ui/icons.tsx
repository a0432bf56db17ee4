/**
 * The drawings stand once in every page (`icons.svg`, put into `index.html` by the build) and are only named here, so
 * that they cost no script. Grid of 24, one line width; decoration, so hidden from screen readers.
 */
export type IconName =
  | 'enrol'
  | 'pay'
  | 'clinic'
  | 'estimate'
  | 'help'
  | 'table'
  | 'family'
  | 'source'
  | 'chevron'
  | 'phone'
  | 'copy'
  | 'check'
  | 'external'
  | 'warn'
  | 'info'
  | 'close'
  | 'search'
  | 'share'
  | 'home'
  | 'calendar'
  | 'clock'
  | 'book'
  | 'coin'
  | 'child'
  | 'pin';

export function Icon({ name, size = 24 }: { name: IconName; size?: number }) {
  return (
    <svg aria-hidden="true" className="wa-icon" height={size} width={size}>
      <use href={`#i-${name}`} />
    </svg>
  );
}

/** The sign of the app: a child's face under a roof. */
export function Logo({ size = 28 }: { size?: number }) {
  return (
    <svg aria-hidden="true" height={size} width={size}>
      <use href="#i-logo" />
    </svg>
  );
}
