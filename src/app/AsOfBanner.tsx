import { asOf } from '#platform';
import { Banner, formatDate } from '#ui';

/** For those who check facts: the app shows another day than today, and says so. */
export default function AsOfBanner() {
  const day = asOf();
  return day ? <Banner>按 {formatDate(day)} 的规定显示</Banner> : null;
}
