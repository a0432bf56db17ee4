export interface MapLink {
  /** The map as people call it. */
  name: string;
  to: string;
}

/** Pages of two maps that search for a word nearby. Plain links: nothing is sent until somebody taps one. */
export function mapLinks(keyword: string): MapLink[] {
  const word = encodeURIComponent(keyword);
  return [
    { name: '高德地图', to: `https://uri.amap.com/search?keyword=${word}` },
    { name: '腾讯地图', to: `https://apis.map.qq.com/uri/v1/search?keyword=${word}` },
  ];
}
