/**
 * Cities and what they hand on: rules with figures, guides, journeys, sources. Everything is found by its place in the
 * tree (`policy/<city>/…`, `cities/<city>.ts`) and loaded when it is asked for, so that adding a city touches no screen.
 */
import { loadWide } from '#engine';
import type {
  Block,
  CalendarFile,
  CompareFile,
  EstimateGraph,
  Graph,
  Guide,
  LedgerFile,
  PolicyFile,
  SlipFile,
  SourceDocument,
  Text,
} from '#policy/types.ts';
import type { CityModule } from './city.ts';
import { type CityInfo, know, type Tool } from './info.ts';

export type { CityModule } from './city.ts';
export * from './info.ts';

export interface Benefits {
  tables: Extract<Block, { type: 'table' }>[];
  notes: Text[];
}

export interface Disease {
  name: string;
  class: 'one' | 'two' | 'chronic' | 'major';
  /** Initials, lower case. */
  pinyin: string;
  /** Everyday names. */
  also?: string[];
  from: string;
  to?: string;
  source: string;
  part: string;
}

/** What the list pages of a city show and in which order. */
export interface CityPages {
  help: { title: string; guides: string[] }[];
  /** Ids of every document that anything of this city names. */
  documents: string[];
  unknown: Text[];
  diseases?: {
    lead: Text;
    /** Said where nothing is found. */
    none: Text;
    /** A remark per list, by the day from which the list holds. */
    periods: { from: string; note: Text }[];
    related: { label: string; to: string }[];
  };
}

type Load<T> = Record<string, () => Promise<T>>;

const modules = import.meta.glob<CityModule>(['./*.ts', '!./index.ts', '!./city.ts', '!./info.ts', '!./*.test.ts'], {
  import: 'city',
});
const infos = import.meta.glob<CityInfo>('../policy/*/city.json', { import: 'default' });
const parameters = import.meta.glob<PolicyFile>('../policy/*/parameters.json', { import: 'default' });
const guides = import.meta.glob<Guide>('../policy/*/guides/*.json', { import: 'default' });
const journeys = import.meta.glob<Graph | EstimateGraph>('../policy/*/journeys/*.json', { import: 'default' });
const benefits = import.meta.glob<Benefits>('../policy/*/benefits.json', { import: 'default' });
const tools = import.meta.glob<{ tools: Tool[] }>('../policy/*/tools.json', { import: 'default' });
const pages = import.meta.glob<CityPages>('../policy/*/pages.json', { import: 'default' });
const years = import.meta.glob<CalendarFile | LedgerFile>('../policy/*/{calendar,ledger}.json', { import: 'default' });
const compares = import.meta.glob<CompareFile>('../policy/*/compare.json', { import: 'default' });
const slips = import.meta.glob<SlipFile>('../policy/*/slip.json', { import: 'default' });
const diseases = import.meta.glob<Disease[]>('../policy/*/diseases.json', { import: 'default' });
/** Documents that several cities may name, and those that stand with their city. */
const sources = Object.fromEntries(
  Object.entries(
    import.meta.glob<SourceDocument>(['../policy/sources/*.json', '../policy/*/sources/*.json'], { import: 'default' }),
  ).map(([path, load]) => [`sources/${path.slice(path.lastIndexOf('/') + 1)}`, load]),
);

const loaded = new Map<string, Promise<unknown>>();

/**
 * A part of a city that may not exist: Chongqing has no clinic journey. The same part is always the same promise, so that
 * screens know one they have read (`useLoaded`); one that failed is fetched again.
 */
function find<T>(loaders: Load<T>, path: string): Promise<T | undefined> {
  let part = loaded.get(path);
  if (!part) {
    part = loaders[path]?.() ?? Promise.resolve(undefined);
    loaded.set(path, part);
    part.catch(() => loaded.delete(path));
  }
  return part as Promise<T | undefined>;
}

function findAll<T>(loaders: Load<T>, prefix: string): Promise<T[]> {
  const key = `${prefix}*`;
  let all = loaded.get(key);
  if (!all) {
    const paths = Object.keys(loaders).filter((path) => path.startsWith(prefix));
    all = Promise.all(paths.map((path) => loaders[path]?.()));
    loaded.set(key, all);
    all.catch(() => loaded.delete(key));
  }
  return all as Promise<T[]>;
}

/** What every page of a city needs to know about it; undefined if there is no such city. */
export async function loadInfo(id: string): Promise<CityInfo | undefined> {
  const info = await find(infos, `../policy/${id}/city.json`);
  if (info) know(info);
  return info;
}

/** The figures of a city without its rules: for pages that show them and compute nothing. */
export const loadParameters = (id: string): Promise<PolicyFile | undefined> =>
  find(parameters, `../policy/${id}/parameters.json`);

/** The rules and figures of a city. The arithmetic for amounts beyond safe integers follows by itself, out of the way. */
export async function loadCity(id: string): Promise<CityModule | undefined> {
  const city = await find(modules, `./${id}.ts`);
  if (city) void loadWide().catch(() => undefined);
  return city;
}

export const loadGuide = (city: string, group: string, id: string): Promise<Guide | undefined> =>
  find(guides, `../policy/${city}/guides/${group}-${id}.json`);

export const loadJourney = (city: string, id: Graph['id']): Promise<Graph | undefined> =>
  find(journeys, `../policy/${city}/journeys/${id}.json`) as Promise<Graph | undefined>;

export const loadEstimate = (city: string): Promise<EstimateGraph | undefined> =>
  find(journeys, `../policy/${city}/journeys/estimate.json`) as Promise<EstimateGraph | undefined>;

export const loadBenefits = (city: string): Promise<Benefits | undefined> =>
  find(benefits, `../policy/${city}/benefits.json`);

/** The calculators of a city. */
export const loadTools = (city: string): Promise<{ tools: Tool[] } | undefined> =>
  find(tools, `../policy/${city}/tools.json`);

export const loadPages = (city: string): Promise<CityPages | undefined> => find(pages, `../policy/${city}/pages.json`);

export const loadCalendar = (city: string): Promise<CalendarFile | undefined> =>
  find(years, `../policy/${city}/calendar.json`) as Promise<CalendarFile | undefined>;

/** The limits of a calendar year, for the ledger; none where the city says nothing of them. */
export const loadLedgerFile = (city: string): Promise<LedgerFile | undefined> =>
  find(years, `../policy/${city}/ledger.json`) as Promise<LedgerFile | undefined>;

/** The words for a bill otherwise, and for why it was less. */
export const loadCompare = (city: string): Promise<CompareFile | undefined> =>
  find(compares, `../policy/${city}/compare.json`);

/** The lines of a hospital's slip, and why one may differ from the rules. */
export const loadSlip = (city: string): Promise<SlipFile | undefined> => find(slips, `../policy/${city}/slip.json`);

export const loadDiseases = (city: string): Promise<Disease[] | undefined> =>
  find(diseases, `../policy/${city}/diseases.json`);

export const loadSource = (id: string): Promise<SourceDocument | undefined> => find(sources, `sources/${id}.json`);

/** Every guide of a city, in order of file name. For lists and for the prerender; loads them all. */
export const loadGuides = (city: string): Promise<Guide[]> => findAll(guides, `../policy/${city}/guides/`);

/** The guides of one group. */
export const loadGroup = (city: string, group: Guide['group']): Promise<Guide[]> =>
  findAll(guides, `../policy/${city}/guides/${group}-`);
