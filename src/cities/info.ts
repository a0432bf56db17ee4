/** What is known of every city at once, without loading any: kept apart from the loaders, which the first page can do without. */
import type { Graph, Text } from '#policy/types.ts';

/** A small calculator of dates and fees that makes sense in a city, and where it leads. */
export interface Tool {
  id: 'newborn' | 'premium' | 'tiers' | 'compare';
  /** The green button. */
  next: { label: string; to: string };
  /** Instead of it, once the newborn window is over. */
  late?: { label: string; to: string };
  /** How the year of birth is paid afterwards, where that can be. */
  bothYears?: { label: string; to: string };
  related: { label: string; to: string }[];
}

/** What every page of a city needs to know about it. */
export interface CityInfo {
  id: string;
  name: string;
  /** Place in lists of cities. */
  order: number;
  insurance: string;
  /** Telephone numbers that a source names; may be none. */
  hotlines: { number: string; name: string }[];
  intro: Text;
  tools: Tool[];
  /** What the texts go by, in words. */
  asOf: string;
  /** Pages of this city that its first page names besides those every city has. */
  links?: { title: string; hint: string; to: string }[];
  /** Parts the city has (`journeys/clinic`, `diseases`); put in by the build from the files that exist. */
  offers?: string[];
}

const infos = import.meta.glob<CityInfo>('../policy/*/city.json', { eager: true, import: 'default' });

/** Known cities, in the order they ask for. */
export const cities: readonly CityInfo[] = Object.values(infos).sort((a, b) => a.order - b.order);

export const findCity = (id: string | undefined): CityInfo | undefined => cities.find((city) => city.id === id);

export const findTool = (city: string | undefined, id: Tool['id']): Tool | undefined =>
  findCity(city)?.tools.find((tool) => tool.id === id);

const offers = (id: string, part: string) => findCity(id)?.offers?.includes(part) ?? false;

export const hasJourney = (city: string, id: Graph['id'] | 'estimate'): boolean => offers(city, `journeys/${id}`);
export const hasDiseases = (city: string): boolean => offers(city, 'diseases');
