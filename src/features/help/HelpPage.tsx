import { useParams } from 'react-router';
import { type CityInfo, findCity, hasJourney, hasSlip } from '#cities';
import { Cell, CellGroup, carried, type IconName, Missing, Page, useLoaded } from '#ui';

interface Way {
  id: 'enrol' | 'pay' | 'clinic' | 'estimate';
  icon: IconName;
  title: (city: CityInfo) => string;
}

const ways: Way[] = [
  { id: 'enrol', icon: 'enrol', title: () => '第一次参保怎么办' },
  { id: 'pay', icon: 'pay', title: ({ pay }) => `医保费怎么${pay}` },
  { id: 'clinic', icon: 'clinic', title: ({ clinic }) => `怎么选${clinic}` },
  { id: 'estimate', icon: 'estimate', title: () => '算一算能报多少' },
];

/** The questions of a city's list in their sections, with the guides that answer them: only what the list shows. */
const load = carried('help', async (city: string) => {
  const { loadGuide, loadPages } = await import('#cities');
  const sections = (await loadPages(city))?.help ?? [];
  return Promise.all(
    sections.map(async ({ title, guides }) => ({
      title,
      guides: await Promise.all(
        guides.map(async (way) => {
          const [group = '', id = ''] = way.split('/');
          const guide = await loadGuide(city, group, id);
          return { way, ask: guide?.ask ?? guide?.title ?? '', hint: guide?.hint ?? '' };
        }),
      ),
    })),
  );
});

/** 遇到问题: what parents ask, in their words, each a link to its answer. */
export default function HelpPage() {
  const { city: id = '' } = useParams();
  const city = findCity(id);
  const sections = useLoaded(load, id);
  if (!city || city.building) return <Missing />;
  return (
    <Page
      title="遇到问题"
      above={{ text: `${city.name}少儿医保`, to: `/${city.id}/` }}
      lead="找到和你一样的那句话，点开就是办法。"
      city={city.name}
      footer={{ hotlines: city.hotlines, rulesYear: city.asOf.slice(0, 4) }}
    >
      {sections.map(({ title, guides }) => (
        <CellGroup key={title} title={title}>
          {guides.map(({ way, ask, hint }) => (
            <Cell key={way} title={ask} desc={hint} to={`/${city.id}/${way}/`} />
          ))}
        </CellGroup>
      ))}
      <CellGroup title="要办事，从这里走">
        {ways
          .filter((way) => hasJourney(city.id, way.id))
          .map(({ id: way, icon, title }) => (
            <Cell key={way} icon={icon} title={title(city)} to={`/${city.id}/${way}/`} />
          ))}
        {hasSlip(city.id) && <Cell icon="check" title="和医院的结算单对不上？" to={`/${city.id}/slip/`} />}
      </CellGroup>
    </Page>
  );
}
