/** What is said on top of a result, and in what is sent on, where it stands on figures of one's own. */
import { type Figure, formatMoney, type OwnOnScreen } from '#engine';
import type { IsoDate, Parameter } from '#policy/types.ts';
import { Banner } from './Banner.tsx';
import { formatValue } from './format.ts';
import { useServices } from './services.tsx';
import { formatDate } from './titles.ts';

/** An amount as it is drawn: `2,700.00 元`. */
export const ownAmount = ({ fen, parameter }: Figure, full = false): string =>
  formatValue(formatMoney(fen), parameter.unit, undefined, full);

/** `2026年`, `2026年9月至2027年8月`: for how long an own figure stands. */
export function periodWords({ clock }: Pick<Parameter, 'clock'>, { from, to }: { from: IsoDate; to: IsoDate }): string {
  return clock === 'schoolYear'
    ? `${formatDate(from.slice(0, 7))}至${formatDate(to.slice(0, 7))}`
    : formatDate(from.slice(0, 4));
}

/** On top of a result that stands on figures of one's own; one tap goes back to the data. */
export function OwnBar({ city, own }: { city: string; own: readonly OwnOnScreen[] }) {
  const services = useServices();
  if (own.length === 0) return null;
  const words = (used: boolean) =>
    own
      .filter((one) => one.used === used)
      .map(
        ({ figure, sourced }) =>
          `${figure.parameter.label} ${ownAmount(figure)}（${sourced ? `资料里是 ${ownAmount(sourced)}` : '资料里还没有'}）`,
      )
      .join('、');
  const [used, idle] = [words(true), words(false)];
  const back = async () => {
    const { drop } = await services.own();
    for (const { figure } of own) drop(city, { id: figure.id, from: figure.dated.from });
  };
  return (
    <Banner action={{ label: '用回资料的数字', onClick: () => void back() }}>
      {used && `按你填的${used}算。`}
      {idle && `你填过${idle}，这次没有用到。`}
    </Banner>
  );
}

/** For what is copied or drawn: the figures that are not of any source, as words; `undefined` where there are none. */
export function ownWords(own: readonly OwnOnScreen[]): string | undefined {
  const used = own.filter((one) => one.used).map(({ figure }) => `${figure.parameter.label} ${ownAmount(figure)}`);
  return used.length > 0 ? `按自己填的${used.join('、')}算，不是公布的数字` : undefined;
}
