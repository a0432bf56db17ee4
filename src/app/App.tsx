import { type ComponentType, lazy, type ReactNode, Suspense, useEffect, useRef } from 'react';
import { Route, Routes, useLocation, useNavigationType } from 'react-router';
import { focusHeading, giveEarlyAnswers, scrollToTop, useMounted } from '#platform';
import { KnownKeys, MissingProvider, UiProvider, type UiServices } from '#ui';
import { ErrorBoundary } from './ErrorBoundary.tsx';
import { type PageEntry, pages } from './pages.ts';
import { services as browser } from './services.ts';

// Knows the cities, whose loaders the first page can do without.
const NotFound = lazy(async () => ({ default: (await import('./NotFound.tsx')).NotFound }));
const Extras = lazy(() => import('./Extras.tsx'));
const screens = pages.map((entry) => ({ ...entry, Screen: lazy(entry.load) }));

export function App({ services = browser }: { services?: UiServices }) {
  const { pathname } = useLocation();
  return (
    <UiProvider services={services}>
      <ErrorBoundary place="">
        <Later />
      </ErrorBoundary>
      <Arrival />
      <ErrorBoundary place={pathname} version={services.version.build}>
        <Suspense fallback={<p className="wa-opening">正在打开……</p>}>
          <Routes>
            {screens.map(({ pattern, keys, Screen }) => (
              <Route key={pattern} path={pattern} element={<Opened keys={keys} Screen={Screen} />} />
            ))}
            <Route path="*" element={<NotFound />} />
          </Routes>
        </Suspense>
      </ErrorBoundary>
    </UiProvider>
  );
}

function Opened({ keys, Screen }: { keys: PageEntry['keys']; Screen: ComponentType }): ReactNode {
  useEffect(giveEarlyAnswers, []);
  return (
    <MissingProvider page={<NotFound />}>
      <Screen />
      {keys !== 'own' && <KnownKeys keys={keys} />}
    </MissingProvider>
  );
}

/**
 * A page, or a screen of a page (`?at=`), that was not there before starts at its top, with the reading position at its
 * heading; going back leaves the place to the browser.
 */
function Arrival() {
  const { pathname, search } = useLocation();
  const type = useNavigationType();
  const place = `${pathname}?${new URLSearchParams(search).get('at') ?? ''}`;
  const last = useRef(place);
  useEffect(() => {
    if (last.current === place) return;
    last.current = place;
    if (type === 'POP') return;
    scrollToTop();
    focusHeading();
  }, [place, type]);
  return null;
}

/**
 * Banners, sharing, 大字版, the newer version: after the page. Kept apart, because a change of `App` while a page is taken
 * over would make React draw that page anew.
 */
function Later() {
  const mounted = useMounted();
  if (!mounted) return null;
  return (
    <Suspense fallback={null}>
      <Extras />
    </Suspense>
  );
}
