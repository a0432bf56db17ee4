/** A person's own figures in an estimate. */
import type { CityModule } from '#cities';
import { type OwnOnScreen, ownOn } from '#engine';
import { type Answered, figuresIn } from './result.ts';

/** Those of a visit that stand on its day: a price of the insurance has no part in it. */
export const shownOwn = (city: CityModule, printed: CityModule, answered: Answered): OwnOnScreen[] =>
  city === printed
    ? []
    : ownOn(city.policy, printed.policy, [answered.date], figuresIn(answered)).filter(
        ({ figure, used }) => used || city.rules.visitFigures.includes(figure.id),
      );
