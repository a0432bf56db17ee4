import './own-badge.css';

/** Beside a figure that is not of any source, or that rests on one. */
export const OwnBadge = ({ rests = false }: { rests?: boolean }) => (
  <span className="wa-own">{rests ? '按你填的算' : '你填的'}</span>
);
