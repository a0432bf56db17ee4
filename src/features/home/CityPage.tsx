import { useEffect } from 'react';
import { useParams } from 'react-router';
import { type CityInfo, findCity, hasDiseases, hasJourney, hasSlip, ledgerOf, type ToolTile } from '#cities';
import { wipe } from '#platform';
import {
  Cell,
  CellGroup,
  documentTitle,
  Icon,
  type IconName,
  LinkComponent,
  Logo,
  Missing,
  Page,
  WipeButton,
} from '#ui';
import { BuildingPage } from './BuildingPage.tsx';
import { CityTabs } from './CityTabs.tsx';
import { lastCity } from './city-memory.ts';
import './home.css';

interface Tile<Id> {
  id: Id;
  icon: IconName;
  title: string;
  hint: string;
}

const journeysOf = ({ id: city, pay, clinic }: CityInfo): Tile<'enrol' | 'pay' | 'clinic' | 'estimate'>[] =>
  [
    { id: 'enrol' as const, icon: 'enrol' as const, title: '第一次参保', hint: '走哪条路、带什么' },
    { id: 'pay' as const, icon: 'pay' as const, title: '缴费', hint: `${pay}多少、怎么${pay}` },
    { id: 'clinic' as const, icon: 'clinic' as const, title: `选${clinic}`, hint: '基层选定，门诊先选' },
    { id: 'estimate' as const, icon: 'estimate' as const, title: '算一算', hint: '看病住院能报多少' },
  ].filter(({ id }) => hasJourney(city, id));

/** Of a tool its city says nothing about. */
const tools: Record<ToolTile['id'], { icon: IconName; title: (pay: string) => string; hint: string }> = {
  newborn: { icon: 'clock', title: () => '新生儿参保倒计时', hint: '最晚哪天办，从哪天起能报' },
  premium: { icon: 'coin', title: (pay) => `要${pay}多少`, hint: '一共多少钱，从哪天起能报' },
  tiers: { icon: 'table', title: () => '一档还是二档', hint: '花到多少，二档才划算' },
  compare: { icon: 'family', title: () => '独立参保、随监护人，比一比', hint: '按孩子的出生日期并排看' },
};

const toolsOf = ({ tools: offered, pay }: CityInfo, large: boolean): Tile<ToolTile['id']>[] =>
  offered
    .filter((tool) => (tool.large ?? false) === large)
    .map(({ id, hint }) => {
      const { icon, title, hint: usual } = tools[id];
      return { id, icon, title: title(pay), hint: hint ?? usual };
    });

/** A city's first page: its journeys large and first, then everything else. */
export default function CityPage() {
  const { city: id } = useParams();
  const city = findCity(id);
  useEffect(() => {
    if (city && !city.building) lastCity.write(city.id);
  }, [city]);
  if (!city) return <Missing />;
  if (city.building) return <BuildingPage city={city} />;
  const here = `/${city.id}`;
  const ledger = ledgerOf(city.id);
  const small = toolsOf(city, false);
  return (
    <Page
      title={`${city.name}少儿医保`}
      above={{ text: '娃医保', sign: <Logo /> }}
      docTitle={documentTitle('参保、缴费、报销估算', city.name)}
      footer={{ hotlines: city.hotlines, rulesYear: city.asOf.slice(0, 4) }}
    >
      <CityTabs here={city} />
      <ul className="home-journeys">
        {[...journeysOf(city), ...toolsOf(city, true)].map(({ id: path, icon, title, hint }) => (
          <li key={path} className="home-journey-item">
            <LinkComponent to={`${here}/${path}/`} className="home-journey">
              <span className="home-journey-icon">
                <Icon name={icon} size={26} />
              </span>
              <span className="home-journey-title">{title}</span>
              <span className="home-journey-hint">{hint}</span>
            </LinkComponent>
          </li>
        ))}
      </ul>
      <CellGroup>
        <Cell icon="child" title="我的孩子" desc="填一次，到处都用" to="/me/" />
        {ledger && <Cell icon="book" title="家庭账本" desc="看病记一笔，限额还剩多少" to={ledger} />}
        <Cell icon="calendar" title="日历" desc="哪天要办，还剩几天" to={`${here}/calendar/`} />
      </CellGroup>
      {small.length > 0 && (
        <CellGroup>
          {small.map(({ id: tool, icon, title, hint }) => (
            <Cell key={tool} icon={icon} title={title} desc={hint} to={`${here}/${tool}/`} />
          ))}
        </CellGroup>
      )}
      <CellGroup>
        <Cell icon="help" title="遇到问题" desc="查不到、报不了、去外地、哪天起能报" to={`${here}/help/`} />
        {hasSlip(city.id) && (
          <Cell icon="check" title="和结算单对一对" desc="哪一行不一样，最可能为什么" to={`${here}/slip/`} />
        )}
        <Cell icon="table" title="待遇一览" desc="比例、限额、起付线，按年度列表" to={`${here}/benefits/`} />
        {hasDiseases(city.id) && (
          <Cell icon="search" title="病种" desc="慢性病和重大疾病，按名字查" to={`${here}/diseases/`} />
        )}
        {city.links?.map(({ title, hint, to }) => (
          <Cell key={to} icon="family" title={title} desc={hint} to={to} />
        ))}
        <Cell icon="source" title="数据与来源" desc="每个数字出自哪份文件" to={`${here}/sources/`} />
      </CellGroup>
      <WipeButton onWipe={wipe} ledger={ledger} />
    </Page>
  );
}
