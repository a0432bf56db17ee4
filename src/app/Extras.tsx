import { useEffect, useRef, useState } from 'react';
import { useLocation, useNavigate } from 'react-router';
import { nameOf } from '#cities';
import {
  asOf,
  followOtherPages,
  giveEarlyTap,
  isRecord,
  keepForOffline,
  loadedAddress,
  onTap,
  reload,
  reloadFresh,
  today,
  toggleCare,
  useChildren,
  usePersistedStore,
  watchCare,
  watchVersion,
} from '#platform';
import { Attempt, Banner, formatDate, part, useServices, useSheet } from '#ui';
import { linkFaults } from './link-faults.ts';

const ShareSheet = part(async () => (await import('../features/share/ShareSheet.tsx')).default);

/** ms after the extras came: the page is being read. */
const AFTER_THE_PAGE = 750;

/** Everything a page can do without while it opens. */
export default function Extras() {
  useEffect(keepForOffline, []);
  useEffect(() => onTap('.wa-care', toggleCare), []);
  useEffect(() => giveEarlyTap('*'), []);
  useEffect(watchCare, []);
  useEffect(followOtherPages, []);
  useLedgerAhead();
  return (
    <>
      <Newer />
      <OtherDay />
      <NearestPlace />
      <Remarks />
      <Share />
    </>
  );
}

/** The ledger of a family that keeps one is read while its city's page is looked at. */
function useLedgerAhead() {
  const { pathname } = useLocation();
  const ready = usePersistedStore(useChildren);
  // A child gets its id with its first visit.
  const kept = useChildren(({ children }) => children.some(({ id }) => id));
  const [, city = ''] = (ready && kept && /^\/([a-z-]+)\/$/.exec(pathname)) || [];
  useEffect(() => {
    if (!nameOf(city)) return;
    const read = () => import('../features/ledger/LedgerPage.tsx').then((ledger) => ledger.readAhead(city, today()));
    // What is missing is told when it is opened.
    const timer = setTimeout(() => read().catch(() => undefined), AFTER_THE_PAGE);
    return () => clearTimeout(timer);
  }, [city]);
}

/** A newer release is offered, never forced: what is being filled in stays. */
function Newer() {
  const { version } = useServices();
  const [newer, setNewer] = useState<string>();
  useEffect(() => watchVersion(version.build, setNewer), [version]);
  if (!newer) return null;
  return <Banner action={{ label: '点此刷新', onClick: () => reloadFresh(newer) }}>规则已更新，</Banner>;
}

/** For those who check facts: the app shows another day than today, and says so. */
function OtherDay() {
  useLocation();
  const day = asOf();
  return day ? <Banner>按 {formatDate(day)} 的规定显示</Banner> : null;
}

/** An address of an unknown city leads to the choice of cities, which says so; one written in capitals to the page it means. */
function NearestPlace() {
  const { pathname, search } = useLocation();
  const navigate = useNavigate();
  const [, place = ''] = pathname.split('/');
  useEffect(() => {
    if (place === '' || place === 'me' || nameOf(place)) return;
    const low = pathname.toLowerCase();
    const meant = nameOf(place.toLowerCase()) && `${low}${low.endsWith('/') ? '' : '/'}${search}`;
    void navigate(meant ?? '/', { replace: true, state: meant ? undefined : { choose: true, unknownPlace: place } });
  }, [place, pathname, search, navigate]);
  return null;
}

/** What the link one came by said that was not understood; and, after 转发, where the menu is. */
function Remarks() {
  const { pathname, state, search } = useLocation();
  const navigate = useNavigate();
  const [faults, setFaults] = useState<string[]>([]);
  const first = useRef(true);
  useEffect(() => {
    if (!first.current) return;
    first.current = false;
    const page = pathname.split('/')[2] ?? '';
    const { names, keys } = linkFaults(page, loadedAddress().searchParams);
    if (names.length === 0) return;
    setFaults(names);
    const rest = new URLSearchParams(search);
    for (const key of keys) rest.delete(key);
    void navigate({ search: rest.toString() && `?${rest}` }, { replace: true, state });
  }, [pathname, search, state, navigate]);
  const entry = isRecord(state) ? state : {};
  const done = (key: string) => {
    const { [key]: _, ...rest } = entry;
    void navigate({ search }, { replace: true, state: rest });
  };
  return (
    <>
      {faults.length > 0 && (
        <Banner action={{ label: '知道了', onClick: () => setFaults([]) }}>
          链接里有没看懂的内容（{faults.join('、')}），请看一下、重新选。
        </Banner>
      )}
      {typeof entry.unknownPlace === 'string' && (
        <Banner action={{ label: '知道了', onClick: () => done('unknownPlace') }}>
          没有找到“{entry.unknownPlace.slice(0, 20)}”这个地址。先在下面选城市，再选要看的。
        </Banner>
      )}
      {entry.forward === true && (
        <Banner action={{ label: '知道了', onClick: () => done('forward') }}>
          点右上角 ··· ，选“发送给朋友”，发出去的就是这一页；没勾选的金额、日期不会带上。
        </Banner>
      )}
    </>
  );
}

/** The half-screen behind 分享. */
function Share() {
  const { version } = useServices();
  const { pathname, state } = useLocation();
  const navigate = useNavigate();
  const { open, show, close } = useSheet();
  const [asked, setAsked] = useState(false);
  const [forward, setForward] = useState<string>();
  const showing = useRef(show);
  showing.current = show;
  useEffect(
    () =>
      onTap('.wa-share', () => {
        setAsked(true);
        showing.current();
      }),
    [],
  );
  // 转发: once the half-screen is closed, the clean address is loaded as a document; then the chat app's menu sends it.
  useEffect(() => {
    if (forward === undefined || open) return;
    setForward(undefined);
    const search = forward && `?${forward}`;
    void Promise.resolve(
      navigate({ search }, { replace: true, state: { ...(isRecord(state) ? state : {}), forward: true } }),
    ).then(reload);
  }, [forward, open, navigate, state]);
  if (!asked) return null;
  const city = nameOf(pathname.split('/')[1]);
  return (
    <Attempt open={open} onFail={close}>
      <ShareSheet
        open={open}
        onClose={close}
        city={city && { id: city.id, name: city.name }}
        checkedOn={version.policyDate}
        onForward={(query) => {
          setForward(query);
          close();
        }}
      />
    </Attempt>
  );
}
