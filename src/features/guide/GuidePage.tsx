import { useParams } from 'react-router';
import { type CityInfo, findCity } from '#cities';
import { useTicks } from '#platform';
import type { Guide } from '#policy/types.ts';
import { Blocks, Cell, CellGroup, CityTexts, carried, Missing, Page, RichText, TextList, useLoaded } from '#ui';
import { DoneToggle, isTask } from './DoneToggle.tsx';
import { GuideSource } from './GuideSource.tsx';

const groups: Record<Guide['group'], (city: CityInfo) => string> = {
  enrol: () => '第一次参保',
  pay: () => '缴费',
  clinic: ({ clinic }) => `选${clinic}`,
  help: () => '遇到问题',
};

const loadGuide = carried('guide', async (city: string, group: string, id: string) =>
  (await import('#cities')).loadGuide(city, group, id),
);

/** Any guide of any city. */
export default function GuidePage() {
  const { city: cityId = '', group = '', guide: id = '' } = useParams();
  const city = findCity(cityId);
  const guide = useLoaded(loadGuide, cityId, group, id);
  const here = `${cityId}/${group}/${id}`;
  const ticks = useTicks(here);
  if (!city || !guide) return <Missing />;
  return (
    <CityTexts city={city.id} of={guide} checkedOn={guide.checkedOn} at={guide.at}>
      <Page
        title={guide.title}
        above={{ text: `${city.name} · ${groups[guide.group](city)}`, to: `/${city.id}/` }}
        lead={<RichText text={guide.lead} />}
        city={city.name}
        footer={{ hotlines: city.hotlines, rulesYear: city.asOf.slice(0, 4), checkedOn: guide.checkedOn }}
      >
        <div className="wa-stack">
          {guide.prepare && <TextList title="先备好" items={guide.prepare} />}
          <Blocks blocks={guide.blocks} ticks={ticks} at={guide.at} />
          {guide.done && <TextList title="办成了会看到" items={guide.done} />}
          {guide.trouble && <TextList title="没办成怎么办" items={guide.trouble} />}
        </div>
        {isTask(guide) && <DoneToggle to={`/${here}/`} />}
        <CellGroup title="接下来">
          {guide.related.map(({ label, to }) => (
            <Cell key={to} title={label} to={to} />
          ))}
          <Cell title={`${groups[guide.group](city)}：看全部`} to={`/${city.id}/${guide.group}/`} />
        </CellGroup>
        <GuideSource />
      </Page>
    </CityTexts>
  );
}
