import { Suspense } from 'react';
import { useLocation, useParams } from 'react-router';
import { type CityInfo, findCity, hasJourney, loadLedgerFile } from '#cities';
import { useChild, useMounted, useToday } from '#platform';
import type { LedgerFile } from '#policy/types.ts';
import { Actions, Missing, Page, PrimaryButton, part, preload, type ShareOffer, useLoaded, useShare } from '#ui';
import { recordAddress } from './address.ts';

/** What was entered, and what can be done with all of it: come with the rules, when the page is there. */
const Book = part(async () => (await import('./Book.tsx')).default);
const Backup = part(async () => (await import('./Backup.tsx')).default);

/** Reads and settles, while another page is looked at, what this one will show first: nobody waits for it then. */
export async function readAhead(city: string, today: string): Promise<void> {
  Book.warm();
  void preload(loadLedgerFile, city);
  await (await import('./Book.tsx')).readAhead(city, today);
}

/** 家庭账本: the visits of a calendar year, what they came to, and what is left of each limit. */
export default function LedgerPage() {
  const { city = '' } = useParams();
  const info = findCity(city);
  const file = useLoaded(loadLedgerFile, city);
  return info && hasJourney(city, 'estimate') ? <Screen info={info} file={file} /> : <Missing />;
}

/** Nothing that was entered is ever shared: neither read off the screen nor said by it. */
const offer = (): ShareOffer => ({
  plain: {
    topic: '家庭账本',
    answer: '看一次病记一笔，这一年的限额还剩多少、下次能报多少都知道。只存在自己的手机上。',
    how: ['算完一次，点“记进家庭账本”', '看今年的限额还剩多少', '下次估算从账本接着算'],
    numbers: [],
    query: '',
  },
});

function Screen({ info, file }: { info: CityInfo; file: LedgerFile | undefined }) {
  const today = useToday();
  const mounted = useMounted();
  const { ready } = useChild();
  const { search } = useLocation();
  const at = mounted ? new URLSearchParams(search).get('at') : null;
  useShare(offer);
  const frame = {
    city: info.name,
    footer: { hotlines: info.hotlines, rulesYear: (today ?? info.asOf).slice(0, 4) },
  };
  const home = { text: `${info.name}少儿医保`, to: `/${info.id}/` };
  const opening = <p className="wa-opening">正在打开账本……</p>;
  if (today && (at === 'export' || at === 'import')) {
    return (
      <Page
        {...frame}
        title={at === 'export' ? '存一份账本' : '取回账本'}
        docTitle={`${info.name}家庭账本 · 娃医保`}
        above={{ text: '家庭账本', to: `/${info.id}/ledger/` }}
      >
        <Suspense fallback={opening}>
          <Backup info={info} at={at} today={today} />
        </Suspense>
      </Page>
    );
  }
  return (
    <Page
      {...frame}
      title="家庭账本"
      above={home}
      lead="看一次病记一笔，限额还剩多少就都知道。只存在这台手机上，不上传，也不跟着分享出去。"
    >
      {today && ready ? (
        <Suspense fallback={opening}>
          <Book info={info} file={file} today={today} />
        </Suspense>
      ) : (
        <Actions>
          <PrimaryButton to={recordAddress(info.id)}>记一笔</PrimaryButton>
        </Actions>
      )}
    </Page>
  );
}
