/** The sign of the app: a child's face under a roof. Decoration. */
export function Logo() {
  return (
    <svg viewBox="0 0 96 96" width="28" height="28" aria-hidden="true">
      <rect width="96" height="96" rx="22" fill="#07c160" />
      <path d="M20 47 48 24l28 23" fill="none" stroke="#fff" strokeWidth="7" strokeLinecap="round" strokeLinejoin="round" />
      <circle cx="48" cy="58" r="19" fill="#fff" />
      <circle cx="41" cy="56" r="2.8" fill="#00753a" />
      <circle cx="55" cy="56" r="2.8" fill="#00753a" />
      <path d="M41 64.5a9 9 0 0 0 14 0" fill="none" stroke="#00753a" strokeWidth="3.2" strokeLinecap="round" />
    </svg>
  );
}
