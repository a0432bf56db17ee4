import { useEffect, useRef, useState } from 'react';
import { download, isWeChat, loadPicture } from '#platform';
import { fileName, type Shared } from './message.ts';

/** Draws the picture once and shows it to be kept by a long press; hands it to the downloads where there are any. */
export function Picture({ shared, link }: { shared: Shared; link: string }) {
  const [source, setSource] = useState<string>();
  const [failed, setFailed] = useState(false);
  const box = useRef<HTMLElement>(null);
  useEffect(() => {
    let wanted = true;
    loadPicture()
      .then(({ drawPicture }) => {
        if (!wanted) return;
        const data = drawPicture({ ...shared, link });
        setSource(data);
        if (!isWeChat) download(data, fileName(shared));
      })
      .catch(() => wanted && setFailed(true));
    return () => {
      wanted = false;
    };
  }, [shared, link]);
  useEffect(() => {
    if (source) box.current?.scrollIntoView({ block: 'start' });
  }, [source]);
  if (failed) return <p role="alert">图片没有画出来。可以先复制文字和链接。</p>;
  if (!source) return <p role="status">正在画图……</p>;
  return (
    <figure ref={box} className="share-picture">
      <figcaption role="status">
        {isWeChat ? '长按图片保存或发给朋友' : '图片已交给浏览器下载；没有看到的话，长按图片保存'}
      </figcaption>
      <img src={source} alt={`${shared.topic}：可以转发的图片，右下角是这一页的二维码`} />
    </figure>
  );
}
