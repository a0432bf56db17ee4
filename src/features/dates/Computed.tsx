import { createContext, type ReactNode, useCallback, useContext } from 'react';
import type { CityModule } from '#cities';
import type { Figure as EngineFigure } from '#engine';
import { Figure, formatValue, type OwnBadge, useServices } from '#ui';

/** On a page where a person may put in figures of their own: the city as its sources have it, and the mark of an own figure. */
export const Own = createContext<{ printed: CityModule; Mark: typeof OwnBadge } | undefined>(undefined);

export interface ComputedProps {
  city: string;
  /** As it is drawn. */
  text: string;
  spoken?: string;
  /** What it is. */
  label: string;
  /** The sum or the rule in words, with this result. */
  how?: string;
  /** The figures it was made from. */
  figures: readonly EngineFigure[];
  big?: boolean;
}

/** A date, an amount or a rate that was worked out; opens with the sum and the sentence behind every part of it. */
export function Computed({ city, text, spoken, label, how, figures, big }: ComputedProps) {
  const { evidence, version } = useServices();
  const { printed, Mark } = useContext(Own) ?? {};
  const explain = useCallback(async () => {
    const apart = [...new Map(figures.map((figure) => [`${figure.id}@${figure.dated.from}`, figure])).entries()];
    const [{ Explained }, ...found] = await Promise.all([
      import('./Explained.tsx'),
      ...apart.map(async ([ref, figure]) => ({ figure, evidence: await evidence(city, ref) })),
    ]);
    return (
      <Explained text={text} label={label} how={how} figures={found} printed={printed} checkedOn={version.policyDate} />
    );
  }, [evidence, version, city, figures, text, label, how, printed]);
  const mine = figures.find(({ own }) => own);
  return (
    <>
      <Figure text={text} label={label} explain={explain} {...(spoken ? { spoken } : {})} {...(big ? { big } : {})} />
      {mine && Mark && <Mark rests={how !== undefined || mine.dated.derivation !== undefined} />}
    </>
  );
}

/** A figure of the policy as it stands: `40.56 元`, `85%`. */
export function PolicyValue({
  city,
  figure,
  label,
}: {
  city: string;
  figure: EngineFigure;
  label?: string;
}): ReactNode {
  const words = figure.parameter.choices?.[figure.dated.value];
  const text = formatValue(figure.dated.value, figure.parameter.unit, words);
  return <Computed city={city} text={text} label={label ?? figure.parameter.label} figures={[figure]} />;
}
