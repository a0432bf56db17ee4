/** What a screen says of itself when it is shared. Screens that say nothing are read as they stand (`readShared` of `#platform`). */
import { useEffect } from 'react';

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

let offered: Offer | undefined;

/** Offers what is shown for sharing while the screen is there. `offer` stays the same function while it says the same. */
export function useShare(offer: Offer | undefined): void {
  useEffect(() => {
    offered = offer;
    return () => {
      if (offered === offer) offered = undefined;
    };
  }, [offer]);
}

export const offeredShare = async (): Promise<ShareOffer> => offered?.() ?? { plain: {} };
