/** What a screen says of itself when it is shared. Screens that say nothing are read as they stand (`readShared` of `#platform`). */
import { useEffect, useRef } from 'react';

/** One number of a result, as drawn. */
export interface SharedNumber {
  label: string;
  /** `¥1,234.50`, `2027年2月10日` */
  text: string;
}

export interface SharedPart {
  topic?: string;
  year?: string;
  /** The answer in one line. */
  answer?: string;
  numbers?: SharedNumber[];
  /** The two numbers are parts of one sum: drawn as a bar as well. */
  split?: boolean;
  /** Up to three lines. */
  how?: string[];
  source?: string;
  /** Of the link, without `?`; empty: the page's own start. */
  query?: string;
}

export interface ShareOffer {
  plain: SharedPart;
  /** Goes along only when it is ticked. */
  personal?: SharedPart & { label: string };
}

type Offer = () => ShareOffer | Promise<ShareOffer>;

let offered: (() => ReturnType<Offer> | undefined) | undefined;

/**
 * Offers what is shown for sharing while the screen is there. Put in once and read when it is asked for: were it taken out and put in
 * again whenever the screen is drawn, who asks in between would hear nothing.
 */
export function useShare(offer: Offer | undefined): void {
  const latest = useRef(offer);
  useEffect(() => {
    latest.current = offer;
  }, [offer]);
  useEffect(() => {
    const mine = () => latest.current?.();
    offered = mine;
    return () => {
      if (offered === mine) offered = undefined;
    };
  }, []);
}

/** A step of a walk is no page of its own: what is shared is the walk, from its start. */
export const offerOfStep = ({ title, description }: { title: string; description: string }): ShareOffer => ({
  plain: { topic: title, answer: description, numbers: [], how: [], query: '' },
});

export const offeredShare = async (): Promise<ShareOffer> => (await offered?.()) ?? { plain: {} };
