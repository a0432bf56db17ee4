import { type ComponentType, type ReactNode, Suspense, useEffect, useRef, useState } from 'react';
import { matchPath, useLocation, useNavigationType, useParams, useRoutes } from 'react-router';
import { know } from '#cities';
import { focusHeading, giveEarlyAnswers, giveEarlyTap, scrollToTop, usePlace } from '#platform';
import { carried, KnownKeys, MissingProvider, part, UiProvider, type UiServices, useLoaded } from '#ui';
import { ErrorBoundary } from './ErrorBoundary.tsx';
import { type PageEntry, pages } from './pages.ts';
import { services as browser } from './services.ts';

// Knows the cities, whose loaders the first page can do without.
const NotFound = part(async () => (await import('./NotFound.tsx')).NotFound);
const screens = pages.map((entry) => ({ ...entry, Screen: part(async () => (await entry.load()).default) }));

/** Fetches the page of an address (without the base path) ahead, so that it is there when its turn to be drawn comes. */
export function openAhead(path: string): void {
  screens.find(({ pattern }) => matchPath(pattern, path))?.Screen.warm();
}

/** ms after which what comes after the page is fetched though the page is still on its way. */
const LATEST = 2000;
let fetchExtras: () => void;

export function App({ services = browser }: { services?: UiServices }) {
  const { pathname, search } = useLocation();
  return (
    <UiProvider services={services}>
      <ErrorBoundary place="">
        <Later />
      </ErrorBoundary>
      <Arrival />
      <ErrorBoundary place={screenOf(pathname, search)} version={services.version.build}>
        <Suspense fallback={<p className="wa-opening">正在打开……</p>}>
          <Routed />
          <Here />
        </Suspense>
      </ErrorBoundary>
    </UiProvider>
  );
}

function routeOf({ pattern, keys, Screen }: (typeof screens)[number]) {
  const page = <Opened keys={keys} Screen={Screen} />;
  const isOfCity = pattern.startsWith('/:city/');
  return { path: pattern, caseSensitive: true, element: isOfCity ? <InCity warm={Screen.warm} page={page} /> : page };
}

const routes = [...screens.map(routeOf), { path: '*', element: <NotFound /> }];

/** Not as `Routes` with a `Route` each: the router would have to make this list of them at every change of address. */
const Routed = () => useRoutes(routes);

const loadInfo = carried('city', async (id: string) => (await import('./city.ts')).loadInfo(id));

/** A page of a city: what the city is comes first, or with the page itself. */
function InCity({ warm, page }: { warm: () => void; page: ReactNode }): ReactNode {
  const { city = '' } = useParams();
  // Not one after the other.
  warm();
  const info = useLoaded(loadInfo, city);
  if (info) know(info);
  return page;
}

function Opened({ keys, Screen }: { keys: PageEntry['keys']; Screen: ComponentType }): ReactNode {
  return (
    <MissingProvider page={<NotFound />}>
      <Screen />
      {keys !== 'own' && <KnownKeys keys={keys} />}
    </MissingProvider>
  );
}

/**
 * A page, or a screen of a page (`?at=`), that was not there before starts at its top, with the reading position at its
 * heading; who goes back finds the place again.
 */
function Arrival() {
  const { key, pathname, search } = useLocation();
  const type = useNavigationType();
  usePlace(key, type);
  const place = screenOf(pathname, search);
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

/** Which screen an address names. */
const screenOf = (pathname: string, search: string): string =>
  `${pathname}?${new URLSearchParams(search).get('at') ?? ''}`;

/** Stands beside the first page: once that is drawn, or taken over, it answers. */
function Here() {
  useEffect(() => {
    giveEarlyAnswers();
    // Those two are listened to by what comes after the page.
    giveEarlyTap(':not(.wa-share):not(.wa-care)');
    fetchExtras();
  }, []);
  return null;
}

/**
 * Banners, sharing, 大字版, the newer version: after the page, for both want the same processor. Kept apart, because a change of
 * `App` while a page is taken over would make React draw that page anew. Not `lazy`: React draws nothing that it had to wait for
 * within half a second of showing a fallback, be it an empty one, and the page itself is taken over in just that time.
 */
function Later() {
  const [Extras, come] = useState<ComponentType>();
  useEffect(() => {
    fetchExtras = () =>
      void import('./Extras.tsx').then(
        (extras) => come(() => extras.default),
        // The page does without.
        () => undefined,
      );
    setTimeout(fetchExtras, LATEST);
  }, []);
  return Extras ? <Extras /> : null;
}
