/**
 * What is known of every city at once, without loading any: kept apart from the loaders, which the first page can do without.
 * That is a name and a place in the list; everything else comes with the city (`loadInfo`, before any page of it is drawn), so
 * that the first page does not grow with what there is to say about fifty.
 */
import type { Anchor, Graph, Text } from '#policy/types.ts';

interface ToolLink {
  label: string;
  to: string;
}

/** Words of a calculator that are policy, with what they rest on. */
export interface ToolWords {
  title?: string;
  items: Text[];
  at: Anchor;
}

/** A small calculator of dates and fees that makes sense in a city, as its first page names it. */
export interface ToolTile {
  id: 'newborn' | 'premium' | 'tiers' | 'compare';
  hint?: string;
  /** It stands among the journeys. */
  large?: true;
}

/** Where ordinary outpatient care is paid at all. */
export interface ToolClinic {
  label: string;
  visit: { level: 'primary' | 'secondary' | 'tertiary'; childrensHospital?: true };
}

/** The calculator itself: where it leads, and what it says in words. */
export interface Tool {
  id: ToolTile['id'];
  /** The green button. */
  next: ToolLink;
  /** Instead of it, once the newborn window is over. */
  late?: ToolLink;
  /** How the year of birth is paid afterwards, where that can be. */
  bothYears?: ToolLink & { note: Text };
  related: ToolLink[];
  lead?: Text;
  /** `newborn`: what the journey behind `next` is told by the hukou, as its address says it. */
  answered?: { local: string; other: string };
  /** `newborn`: who may be enrolled, of those without local hukou. */
  eligible?: ToolWords;
  /** `newborn`: said of every payment within the window. */
  open?: ToolWords;
  /** `newborn`: what is different from the first day of the next year on, where the window reaches beyond it. */
  turned?: ToolWords;
  /** `newborn`: said once the window is over. */
  over?: ToolWords;
  /** `newborn`: the other way in the rest of the year of birth, once the window is over: a sentence, the green button, what to know. */
  guardian?: ToolWords & { text: Text; next: ToolLink };
  /** `compare`: what is best, by what is known of the child. */
  advice?: Record<'either' | 'own' | 'guardianFirst' | 'ownOnly', Text>;
  /** `tiers`: none where outpatient care is not compared. */
  clinics?: ToolClinic[];
  /** `compare`, `tiers`: what else there is to know; below the table. */
  points?: ToolWords;
  note?: ToolWords;
}

/** What a list of cities says of one. */
export interface CityName {
  id: string;
  name: string;
  /** Place in lists of cities. */
  order: number;
  insurance: string;
  /** Nothing was compared with a source yet: the city has one page, which says so. */
  building?: true;
}

/** What every page of a city needs to know about it. */
export interface CityInfo extends CityName {
  /** The verb for paying the insurance, as the texts of the city have it. */
  pay: '交' | '缴';
  /** What parents call a place of primary care; there is one where the city has a journey to choose it (`journeys/clinic`). */
  clinic?: string;
  /** Telephone numbers that a source names; may be none. */
  hotlines: { number: string; name: string }[];
  intro: Text;
  tools: ToolTile[];
  /** What the texts go by, in words. */
  asOf: string;
  /** Pages of this city that its first page names besides those every city has. */
  links?: { title: string; hint: string; to: string }[];
  /** Parts the city has (`journeys/clinic`, `diseases`); put in by the build from the files that exist. */
  offers?: string[];
}

// The build makes of `?name` those values and nothing else.
const names = import.meta.glob<CityName>('../policy/*/city.json', { eager: true, import: 'default', query: '?name' });

/** Known cities, in the order they ask for. */
export const cities: readonly CityName[] = Object.values(names).sort((a, b) => a.order - b.order);

/** Those there is something to say about. */
export const openCities: readonly CityName[] = cities.filter(({ building }) => !building);

/** The name of a city; undefined if there is no such city. */
export const nameOf = (id: string | undefined): CityName | undefined => cities.find((city) => city.id === id);

const known = new Map<string, CityInfo>();

/** From now on `findCity` finds it. */
export function know(city: CityInfo): void {
  known.set(city.id, city);
}

/** A city that was loaded before: on a page of its own always, elsewhere after `loadInfo`. */
export const findCity = (id: string | undefined): CityInfo | undefined =>
  id === undefined ? undefined : known.get(id);

const offers = (id: string, part: string) => findCity(id)?.offers?.includes(part) ?? false;

export const hasJourney = (city: string, id: Graph['id'] | 'estimate'): boolean => offers(city, `journeys/${id}`);
/** The address of the ledger of a city that can be estimated in. */
export const ledgerOf = (city: string | undefined): string | undefined =>
  city !== undefined && hasJourney(city, 'estimate') ? `/${city}/ledger/` : undefined;
export const hasDiseases = (city: string): boolean => offers(city, 'diseases');
/** The city says what limits a calendar year has. */
export const hasLedger = (city: string): boolean => offers(city, 'ledger');
export const hasSlip = (city: string): boolean => offers(city, 'slip');
