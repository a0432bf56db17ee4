import { type ComponentType, lazy, type ReactNode, Suspense, useEffect, useRef, useState } from 'react';
import { Route, Routes, useLocation, useNavigationType, useParams } from 'react-router';
import { know } from '#cities';
import { focusHeading, giveEarlyAnswers, scrollToTop } from '#platform';
import { carried, KnownKeys, MissingProvider, UiProvider, type UiServices, useLoaded } from '#ui';
import { ErrorBoundary } from './ErrorBoundary.tsx';
import { type PageEntry, pages } from './pages.ts';
import { services as browser } from './services.ts';

// Knows the cities, whose loaders the first page can do without.
const NotFound = lazy(async () => ({ default: (await import('./NotFound.tsx')).NotFound }));
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
            {screens.map(({ pattern, keys, load, Screen }) => {
              const page = <Opened keys={keys} Screen={Screen} />;
              const isOfCity = pattern.startsWith('/:city/');
              return (
                <Route
                  key={pattern}
                  path={pattern}
                  caseSensitive
                  element={isOfCity ? <InCity load={load} page={page} /> : page}
                />
              );
            })}
            <Route path="*" element={<NotFound />} />
          </Routes>
        </Suspense>
      </ErrorBoundary>
    </UiProvider>
  );
}

const loadInfo = carried('city', async (id: string) => (await import('./city.ts')).loadInfo(id));

/** A page of a city: what the city is comes first, or with the page itself. */
function InCity({ load, page }: { load: PageEntry['load']; page: ReactNode }): ReactNode {
  const { city = '' } = useParams();
  // Not one after the other. A failure is reported where the page is drawn.
  load().catch(() => undefined);
  const info = useLoaded(loadInfo, city);
  if (info) know(info);
  return page;
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
 * over would make React draw that page anew. Not `lazy`: React draws nothing that it had to wait for within 300 ms of showing a
 * fallback, be it an empty one, and the page itself is taken over in just that time.
 */
function Later() {
  const [Extras, come] = useState<ComponentType>();
  useEffect(() => {
    import('./Extras.tsx').then(
      (extras) => come(() => extras.default),
      // The page does without.
      () => undefined,
    );
  }, []);
  return Extras ? <Extras /> : null;
}
