import { type CityInfo, openCities } from '#cities';
import { Cell, CellGroup, documentTitle, Logo, Page } from '#ui';
import { CityTabs } from './CityTabs.tsx';

/** A city of which nothing was compared with a source yet: says so, whom to ask, and where there is more. */
export function BuildingPage({ city }: { city: CityInfo }) {
  return (
    <Page
      title={`${city.name}少儿医保：建设中`}
      above={{ text: '娃医保', sign: <Logo /> }}
      docTitle={documentTitle('建设中', city.name)}
      lead={city.intro}
      footer={{ hotlines: city.hotlines, checkedOn: '' }}
    >
      <CityTabs here={city} />
      <section className="wa-section">
        <h2 className="wa-section-title">现在先去这里问</h2>
        <ul className="wa-card wa-facts">
          <li>怎么参保、能报多少：问{city.name}的医保部门，或医保经办窗口。</li>
          <li>
            怎么{city.pay}、{city.pay}多少：问{city.name}的税务部门。
          </li>
          <li>在园在校的孩子：也问一下学校。</li>
        </ul>
      </section>
      <CellGroup title="已经有资料的城市" note="各地的规定不一样，别的城市的办法和数字不能照搬。">
        {openCities.map(({ id, name, insurance }) => (
          <Cell key={id} icon="pin" title={name} desc={insurance} to={`/${id}/`} />
        ))}
      </CellGroup>
    </Page>
  );
}
