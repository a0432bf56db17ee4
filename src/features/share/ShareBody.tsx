import { useEffect, useMemo, useState } from 'react';
import { loadPages } from '#cities';
import { canShareBySystem, isWeChat, readShared, shareBySystem, sharedLink, sharedQuery } from '#platform';
import {
  Actions,
  formatDate,
  offeredShare,
  PrimaryButton,
  SecondaryButton,
  SelectedText,
  type ShareOffer,
  TextButton,
  useServices,
} from '#ui';
import { joined, message, type Shared } from './message.ts';
import { Picture } from './Picture.tsx';
import type { ShareSheetProps } from './ShareSheet.tsx';
import css from './share.css?inline';

type Done = { kind: 'none' } | { kind: 'copied' | 'selected'; text: string } | { kind: 'picture' };

type Props = Pick<ShareSheetProps, 'city' | 'checkedOn' | 'onForward'>;

export function ShareBody({ city, checkedOn, onForward }: Props) {
  const { copyText } = useServices();
  const page = usePage(city, checkedOn);
  const [offer, setOffer] = useState<ShareOffer>();
  const [ticked, setTicked] = useState(false);
  const [done, setDone] = useState<Done>({ kind: 'none' });
  useEffect(() => {
    let wanted = true;
    offeredShare()
      .catch(() => ({ plain: {} }))
      .then((it) => wanted && setOffer(it));
    return () => {
      wanted = false;
    };
  }, []);
  const shared = useMemo(
    () => page && offer && joined(page, offer.plain, ticked ? offer.personal : undefined),
    [page, offer, ticked],
  );
  if (!shared) return <p role="status">正在准备……</p>;

  const personal = offer?.personal;
  const link = sharedLink(shared.query);
  const text = message(shared, link);
  const copy = async (what: string) => setDone({ kind: (await copyText(what)) ? 'copied' : 'selected', text: what });
  return (
    <div className="share">
      <style>{css}</style>
      {done.kind === 'picture' && <Picture shared={shared} link={link} />}
      <p className="share-text" data-share-text="">
        {text}
      </p>
      {personal && (
        <label className="share-tick">
          <input
            type="checkbox"
            checked={ticked}
            onChange={(event) => {
              setTicked(event.target.checked);
              setDone({ kind: 'none' });
            }}
          />
          <span>{personal.label}</span>
        </label>
      )}
      {done.kind === 'selected' && <SelectedText text={done.text} />}
      <Actions>
        <PrimaryButton onClick={() => void copy(text)}>
          {done.kind === 'copied' && done.text === text ? '已复制，去群里粘贴' : '复制文字和链接'}
        </PrimaryButton>
        <div className="share-pair">
          <SecondaryButton onClick={() => setDone({ kind: 'picture' })}>保存图片</SecondaryButton>
          <SecondaryButton onClick={() => void copy(link)}>
            {done.kind === 'copied' && done.text === link ? '已复制链接' : '只复制链接'}
          </SecondaryButton>
        </div>
        {isWeChat && <TextButton onClick={() => onForward(shared.query)}>用右上角 ··· 转发</TextButton>}
        {canShareBySystem && (
          <TextButton onClick={() => void shareBySystem({ title: shared.topic, text, url: link })}>
            用系统的分享
          </TextButton>
        )}
      </Actions>
      <span className="wa-sr" role="status">
        {done.kind === 'copied' && '已复制'}
      </span>
    </div>
  );
}

/** The page as it stands behind the half-screen. */
function usePage(city: Props['city'], checkedOn: string): Shared | undefined {
  const seen = useMemo(() => ({ ...readShared(), query: sharedQuery() }), []);
  const [documents, setDocuments] = useState<number>();
  useEffect(() => {
    let wanted = true;
    const count = city ? loadPages(city.id).then((pages) => pages?.documents.length) : Promise.resolve(undefined);
    count.catch(() => undefined).then((found) => wanted && setDocuments(found ?? 0));
    return () => {
      wanted = false;
    };
  }, [city]);
  return useMemo(() => {
    if (documents === undefined) return undefined;
    const listed = documents ? `“数据与来源”页列出的 ${documents} 份文件` : '各城市“数据与来源”页列出的文件';
    return {
      ...seen,
      city: city?.name ?? '',
      numbers: [],
      year: seen.year || checkedOn.slice(0, 4),
      checkedOn: seen.checkedOn || formatDate(checkedOn),
      source: seen.source ?? listed,
    };
  }, [seen, documents, city, checkedOn]);
}
