import {
  type CityName,
  cities,
  findCity,
  hasDiseases,
  hasLedger,
  loadEstimate,
  loadGuides,
  loadInfo,
  loadJourney,
  loadSlip,
  type ToolTile,
} from '#cities';
import { documentTitle } from '#ui';

/** One address of the app: a prerendered file, a line of the sitemap, a subject of the tests. */
export interface RouteInfo {
  /** `/shenzhen/enrol/web/`, without the base path. */
  path: string;
  /** At most 28 characters, unique; the same that the page sets when it is opened inside the app. */
  title: string;
  /** 40 to 90 characters, unique. */
  description: string;
  /** Its module below `src/features`, without the ending, as in `pages.ts`. */
  page: string;
  /** Further modules the page needs at once, below `src/`: data that it does not carry with it. */
  data?: string[];
}

const home: RouteInfo = {
  path: '/',
  title: '娃医保：孩子的医保怎么办、怎么报',
  description:
    '给家长的少儿医保办事指引：第一次参保、缴费、选社康，按步骤走到办成；再算一算看病住院能报多少，每个数字都能看到出处。非官方。',
  page: 'home/HomePage',
};

const me: RouteInfo = {
  path: '/me/',
  title: '我的孩子 · 娃医保',
  description:
    '填一次孩子的出生日期、户籍和参保方式，参保、缴费、选点、算钱和日历都从这里开始。只存在这台手机上，不上传、不进网址，一点就清除。',
  page: 'dates/me/MePage',
};

/** Every address, in the order of the sitemap. */
export async function listRoutes(): Promise<RouteInfo[]> {
  const perCity = await Promise.all(cities.map(({ id }) => cityRoutes(id)));
  return [home, me, ...perCity.flat()];
}

/** A city that is still being built has one page. */
const buildingRoute = ({ id, name }: CityName): RouteInfo => ({
  path: `/${id}/`,
  title: documentTitle('建设中', name),
  description: `${name}少儿医保的办事指引还在建设中：资料没有核对完，先不说怎么办、报多少，只写明该去哪里问。非官方。`,
  page: 'home/CityPage',
});

async function cityRoutes(id: string): Promise<RouteInfo[]> {
  const city = await loadInfo(id);
  if (!city) throw new Error(`${id} has no city.json`);
  if (city.building) return [buildingRoute(city)];
  const { name, insurance, pay } = city;
  const guides = await loadGuides(id);
  const estimate = await loadEstimate(id);
  const slip = await loadSlip(id);
  return [
    {
      path: `/${id}/`,
      title: documentTitle('参保、缴费、报销估算', name),
      description: `${name}${insurance}办事指引：第一次怎么参保、医保费怎么${pay}、去哪里看病、能报多少，菜单路径逐级写明，数字都有出处和核对日期。非官方，仅供参考。`,
      page: 'home/CityPage',
    },
    ...(estimate
      ? [
          {
            path: `/${id}/estimate/`,
            title: documentTitle(estimate.title, name),
            description: estimate.description,
            page: 'estimate/EstimatePage',
          },
          {
            path: `/${id}/ledger/`,
            title: documentTitle('家庭账本', name),
            description: `${name}少儿医保家庭账本：看一次病记一笔，按孩子、按年份算出医保付多少、自己付多少，限额和起付线还剩多少。只存在自己的手机上，不上传。`,
            page: 'ledger/LedgerPage',
            ...(hasLedger(id) && { data: [`policy/${id}/ledger.json`] }),
          },
        ]
      : []),
    ...(estimate && slip
      ? [
          {
            path: `/${id}/slip/`,
            title: documentTitle(slip.title, name),
            description: slip.description,
            page: 'estimate/slip/SlipPage',
          },
        ]
      : []),
    ...(await journeyRoutes(id, name)),
    ...(await listPages(id, name)),
    ...toolRoutes(id, name),
    ...guides.map((guide) => ({
      path: `/${id}/${guide.group}/${guide.id}/`,
      title: documentTitle(guide.title, name),
      description: guide.description,
      page: 'guide/GuidePage',
    })),
  ];
}

/** The start of each journey: its questions, and the guides listed below them. */
async function journeyRoutes(id: string, name: string): Promise<RouteInfo[]> {
  const graphs = await Promise.all((['enrol', 'pay', 'clinic'] as const).map((journey) => loadJourney(id, journey)));
  return graphs
    .filter((graph) => graph !== undefined)
    .map((graph) => ({
      path: `/${id}/${graph.id}/`,
      title: documentTitle(graph.title, name),
      description: graph.description,
      page: 'journey/JourneyPage',
      data: [`policy/${id}/journeys/${graph.id}.json`],
    }));
}

function listPages(id: string, name: string): RouteInfo[] {
  return [
    {
      path: `/${id}/help/`,
      title: documentTitle('遇到问题', name),
      description: `${name}少儿医保常见问题：查不到参保、扣款没扣到、从哪天起能报、门诊住院报多少、在外地看病，按家长的问法列出来，点开就是办法。`,
      page: 'help/HelpPage',
    },
    {
      path: `/${id}/calendar/`,
      title: documentTitle('孩子的医保日历', name),
      description: `${name}少儿医保的日子按孩子的生日排好：新生儿期限、集中参保、待遇哪天开始哪天到期、限额哪天重新算，还剩几天，都写明出处。`,
      page: 'dates/calendar/CalendarPage',
      data: [`policy/${id}/calendar.json`],
    },
    {
      path: `/${id}/benefits/`,
      title: documentTitle('待遇一览', name),
      description: `${name}少儿医保待遇一览：门诊、住院的报销比例，起付线，一年的限额，大病保险和缴费标准，按年度列成表，点数字看出处。`,
      page: 'benefits/BenefitsPage',
      data: [`policy/${id}/benefits.json`],
    },
    ...(hasDiseases(id)
      ? [
          {
            path: `/${id}/diseases/`,
            title: documentTitle('门诊特病病种', name),
            description: `${name}居民医保门诊特病的病种名单，按看病的日子分，能用名字或拼音首字母查孩子的病在不在里面、算哪一类，并写明没查到的。`,
            page: 'diseases/DiseasesPage',
            data: [`policy/${id}/pages.json`, `policy/${id}/diseases.json`],
          },
        ]
      : []),
    {
      path: `/${id}/sources/`,
      title: documentTitle('数据与来源', name),
      description: `${name}少儿医保各项数字出自哪些文件，由谁在哪天发布，哪些是官方原文、哪些是转述或推算，地址在哪里。`,
      page: 'sources/SourcesPage',
    },
    {
      path: `/${id}/sources/open/`,
      title: documentTitle('拿不准的和没查到的', name),
      description: `${name}少儿医保资料里没有查到的、说法不一的地方，这里怎么取，还有哪种读法，数字哪天重新核对。`,
      page: 'sources/OpenPage',
    },
  ];
}

/** The small calculators of dates and fees. */
const tools: Record<
  ToolTile['id'],
  { title: (pay: string) => string; description: (name: string, pay: string) => string; page: string }
> = {
  newborn: {
    title: () => '新生儿参保倒计时',
    description: (name, pay) =>
      `填上宝宝的出生日期，算出${name}新生儿最晚哪天参保缴费、还剩几天、现在${pay}从哪天起能报、要${pay}多少，过了期限会怎样。日期不上传。`,
    page: 'dates/NewbornPage',
  },
  premium: {
    title: (pay) => `要${pay}多少`,
    description: (name, pay) =>
      `算${name}少儿医保要${pay}多少：哪天${pay}、按月还是按年算、一共多少，新生儿从出生起${pay}怎么算，从哪天到哪天能报，数字都有出处。`,
    page: 'dates/premium/PremiumPage',
  },
  tiers: {
    title: () => '一档还是二档',
    description: (name) =>
      `${name}少儿医保一档和二档怎么选：一年差多少钱，住院和门诊各多报多少，医药费花到多少二档才划算，按医院级别画成图、列成表。`,
    page: 'dates/tiers/TiersPage',
  },
  compare: {
    title: () => '独立参保、随监护人，比一比',
    description: (name, pay) =>
      `${name}的新生儿独立参保还是随监护人：住院比例、一年限额、要${pay}多少、从哪天起能报、哪一年能选，按孩子的出生日期并排比较。`,
    page: 'dates/ComparePage',
  },
};

const toolRoutes = (id: string, name: string): RouteInfo[] =>
  (findCity(id)?.tools ?? []).map(({ id: tool }) => ({
    path: `/${id}/${tool}/`,
    title: documentTitle(tools[tool].title(findCity(id)?.pay ?? '交'), name),
    description: tools[tool].description(name, findCity(id)?.pay ?? '交'),
    page: tools[tool].page,
    data: [`cities/${id}.ts`, `policy/${id}/tools.json`],
  }));
