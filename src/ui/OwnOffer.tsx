import type { IsoDate, Parameter } from '#policy/types.ts';
import { Cell } from './Cell.tsx';
import { AskOwnFigure } from './OwnFigure.tsx';
import { Sheet } from './Sheet.tsx';
import { useSheet } from './sheets.tsx';

interface OwnOfferProps {
  city: string;
  /** The one that is missing. */
  parameter: Parameter;
  /** A day of the year it is missing for. */
  on: IsoDate;
  title: string;
  desc: string;
  read: (typed: string) => string | undefined;
}

/** For a year that is not published, where one amount is all that is missing: who knows it may put it in. Stands in a `CellGroup`. */
export function OwnOffer({ city, parameter, on, title, desc, read }: OwnOfferProps) {
  const { open, show, close } = useSheet();
  return (
    <>
      <Cell icon="info" title={title} desc={`${desc}填上就按它算，并标明是你填的`} onClick={show} />
      <Sheet open={open} onClose={close} title={parameter.label}>
        <AskOwnFigure city={city} parameter={parameter} on={on} read={read} onDone={close} />
      </Sheet>
    </>
  );
}
