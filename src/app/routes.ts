import { cities, loadEstimate, loadGuides } from '#cities';
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
  /** Further modules the page needs at once, below `src/`: its own data. */
  data?: string[];
}

const home: RouteInfo = {
  path: '/',
  title: '娃医保：孩子的医保怎么办、怎么报',
  description:
    '给家长的少儿医保办事指引：第一次参保、缴费、选社康，按步骤走到办成；再算一算看病住院能报多少，每个数字都能看到出处。非官方。',
  page: 'home/HomePage',
};

/** Every address, in the order of the sitemap. */
export async function listRoutes(): Promise<RouteInfo[]> {
  const perCity = await Promise.all(cities.map(({ id, name, insurance }) => cityRoutes(id, name, insurance)));
  return [home, ...perCity.flat()];
}

async function cityRoutes(id: string, name: string, insurance: string): Promise<RouteInfo[]> {
  const guides = await loadGuides(id);
  const estimate = await loadEstimate(id);
  return [
    {
      path: `/${id}/`,
      title: documentTitle('参保、缴费、报销估算', name),
      description: `${name}${insurance}办事指引：第一次怎么参保、医保费怎么交、去哪里看病、能报多少，菜单路径逐级写明，数字都有出处和核对日期。非官方，仅供参考。`,
      page: 'home/CityPage',
    },
    ...(estimate
      ? [
          {
            path: `/${id}/estimate/`,
            title: documentTitle(estimate.title, name),
            description: estimate.description,
            page: 'estimate/EstimatePage',
            data: [`policy/${id}/journeys/estimate.json`],
          },
        ]
      : []),
    ...guides.map((guide) => ({
      path: `/${id}/${guide.group}/${guide.id}/`,
      title: documentTitle(guide.title, name),
      description: guide.description,
      page: 'guide/GuidePage',
      data: [`policy/${id}/guides/${guide.group}-${guide.id}.json`],
    })),
  ];
}
