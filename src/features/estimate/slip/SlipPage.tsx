import { useMemo } from 'react';
import { useParams } from 'react-router';
import { type CityInfo, findCity } from '#cities';
import { CityTexts, carried, Details, type Joined, Missing, onceThere, part, RichText, useLoaded } from '#ui';
import { loadGraph, Walk } from '../EstimatePage.tsx';
import type { Walked } from '../types.ts';

/** What is asked; the causes, most of the file, come with the result. */
const loadForm = carried('slip', async (city: string) => {
  const slip = await (await import('#cities')).loadSlip(city);
  if (!slip) return undefined;
  const { causes: _, notes: __, ask: ___, ...asked } = slip;
  return asked;
});

const loadResult = () => import('./SlipResult.tsx');
const SlipResult = part(async () => (await loadResult()).SlipResult);
const warm = (city: string): void => {
  SlipResult.warm();
  onceThere(loadResult(), (result) => result.warm(city));
};

/** 和结算单对一对: the questions of the estimate, then the lines of the slip, then where it differs and why. */
export default function SlipPage() {
  const { city: id = '' } = useParams();
  const city = findCity(id);
  return city ? <Loaded key={id} city={city} /> : <Missing />;
}

function Loaded({ city }: { city: CityInfo }) {
  const graph = useLoaded(loadGraph, city.id);
  const slip = useLoaded(loadForm, city.id);
  const walked: Walked | undefined = useMemo(
    () =>
      graph &&
      slip && {
        ...graph,
        title: slip.title,
        lead: slip.lead,
        costs: slip.form,
        presets: [],
        asks: ['costs'],
        settledBy: graph,
      },
    [graph, slip],
  );
  const texts = useMemo(() => {
    // What the build joined to each of the two.
    const [questions, lines] = [graph, slip] as (Joined | undefined)[];
    return { ...questions, figures: { ...questions?.figures, ...lines?.figures } };
  }, [graph, slip]);
  if (!walked || !slip) return <Missing />;
  const where = (
    <Details title="单子上哪里看">
      <ul className="wa-facts">
        {slip.where.map((text) => (
          <li key={text}>
            <RichText text={text} />
          </li>
        ))}
      </ul>
    </Details>
  );
  return (
    <CityTexts city={city.id} of={texts}>
      <Walk
        city={city}
        graph={walked}
        Result={SlipResult}
        warm={warm}
        below={<section className="wa-section">{where}</section>}
      />
    </CityTexts>
  );
}
