import { useParams } from 'react-router';
import { findCity, hasJourney, loadBenefits } from '#cities';
import { Cell, CellGroup, CityTexts, Details, FigureTable, Missing, Page, TextList, useLoaded } from '#ui';
import './benefits.css';
import { byYear } from './years.ts';

/** 待遇一览: what the insurance pays, as tables; every figure opens its source. */
export default function BenefitsPage() {
  const { city: id = '' } = useParams();
  const city = findCity(id);
  const benefits = useLoaded(loadBenefits, id);
  if (!city || !benefits) return <Missing />;
  const { current, earlier } = byYear(benefits.tables);
  return (
    <CityTexts city={city.id} of={benefits}>
      <Page
        title="待遇一览"
        above={{ text: `${city.name}少儿医保`, to: `/${city.id}/` }}
        lead="点一下数字，就能看到它出自哪份文件的哪一句。"
        city={city.name}
        footer={{ hotlines: city.hotlines, rulesYear: city.asOf.slice(0, 4) }}
      >
        <div className="wa-stack benefits">
          {current.map((table) => (
            <FigureTable key={table.title} block={table} stacked />
          ))}
        </div>
        {earlier.length > 0 && (
          <section className="wa-section">
            <h2 className="wa-section-title">以前的年度</h2>
            {earlier.map((table) => (
              <Details key={table.title} title={table.title}>
                <div className="benefits benefits-folded">
                  <FigureTable block={table} stacked />
                </div>
              </Details>
            ))}
          </section>
        )}
        <div className="wa-section">
          <TextList title="还要知道" items={benefits.notes} />
        </div>
        <CellGroup title="接下来">
          {hasJourney(city.id, 'estimate') && (
            <Cell icon="estimate" title="算一算能报多少" desc="按这些比例和限额算到分" to={`/${city.id}/estimate/`} />
          )}
          <Cell icon="source" title="数据与来源" desc="用到的文件，还有哪些没查到" to={`/${city.id}/sources/`} />
        </CellGroup>
      </Page>
    </CityTexts>
  );
}
