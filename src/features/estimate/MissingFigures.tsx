import type { CityModule } from '#cities';
import { isReplaceable } from '#engine';
import { readAmount } from '#journeys';
import type { IsoDate, Parameter } from '#policy/types.ts';
import { CellGroup, Details, OwnOffer } from '#ui';

/**
 * A year that is not published yet: what is missing. Where it is one amount only, who knows it may put it in; where it is more,
 * a single figure would not make a result, and the list says so.
 */
export default function MissingFigures({ city, date }: { city: CityModule; date: IsoDate }) {
  const { policy, rules } = city;
  const figures = policy.on(date);
  const missing = rules.visitFigures
    .filter((id) => !figures.find(id))
    .map((id) => policy.parameters.find((parameter) => parameter.id === id))
    .filter((parameter): parameter is Parameter => parameter !== undefined);
  const [only] = missing;
  if (!only) return null;
  if (missing.length === 1 && isReplaceable(only, policy.parameters)) {
    return (
      <CellGroup>
        <OwnOffer
          city={city.id}
          parameter={only}
          on={date}
          title="已经知道新的数字？"
          desc={`只差一项：${only.label}。`}
          read={readAmount}
        />
      </CellGroup>
    );
  }
  return (
    <section className="wa-section">
      <Details title={`这一年还缺 ${missing.length} 项`}>
        <p>缺的不止一项，只填一个数字也算不出来：</p>
        <ul className="wa-facts">
          {missing.map(({ id, label }) => (
            <li key={id}>{label}</li>
          ))}
        </ul>
      </Details>
    </section>
  );
}
