/**
 * All policy data as it stands on disk, for the gates: nothing is left out silently, what does not fit a schema or is
 * not named after what it holds is listed. Used by tests and scripts, never shipped.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { z } from 'zod';
import {
  type BenefitsFile,
  benefitsSchema,
  type CityFile,
  calendarSchema,
  citySchema,
  compareSchema,
  type DiseasesFile,
  diseasesSchema,
  estimateSchema,
  graphSchema,
  guideSchema,
  ledgerSchema,
  type PagesFile,
  pagesSchema,
  policySchema,
  slipSchema,
  sourceSchema,
  type ToolsFile,
  toolsSchema,
} from '../src/policy/schema.ts';
import type {
  Anchor,
  CalendarFile,
  CompareFile,
  EstimateGraph,
  Graph,
  Guide,
  LedgerFile,
  PolicyFile,
  SlipFile,
  SourceDocument,
} from '../src/policy/types.ts';

const root = join(dirname(fileURLToPath(import.meta.url)), '../src/policy');

export const invalid: string[] = [];
function read<T>(path: string, schema: z.ZodType<T>): T {
  const json: unknown = JSON.parse(readFileSync(join(root, path), 'utf8'));
  const result = schema.safeParse(json);
  if (result.success) return result.data;
  invalid.push(...result.error.issues.map((issue) => `${path}: ${issue.path.join('.')}: ${issue.message}`));
  return json as T;
}
const jsonIn = (folder: string): string[] =>
  existsSync(join(root, folder)) ? readdirSync(join(root, folder)).filter((name) => name.endsWith('.json')) : [];

export interface City {
  id: string;
  policy: PolicyFile;
  city: CityFile;
  tools: ToolsFile;
  benefits: BenefitsFile;
  diseases: DiseasesFile;
  pages: PagesFile;
  calendar: CalendarFile;
  ledger: LedgerFile;
  guides: Guide[];
  graphs: Graph[];
  estimate: EstimateGraph | undefined;
  compare: CompareFile | undefined;
  slip: SlipFile | undefined;
}
export const strays: string[] = [];
const known = [
  'parameters.json',
  'city.json',
  'tools.json',
  'benefits.json',
  'diseases.json',
  'pages.json',
  'calendar.json',
  'ledger.json',
  'compare.json',
  'slip.json',
];
function readCity(id: string): City {
  strays.push(...jsonIn(id).filter((name) => !known.includes(name)));
  const guides = jsonIn(`${id}/guides`).map((name) => {
    const guide = read(`${id}/guides/${name}`, guideSchema);
    if (name !== `${guide.group}-${guide.id}.json`) strays.push(`${id}/guides/${name}`);
    return guide;
  });
  const journeys = jsonIn(`${id}/journeys`);
  const graphs = journeys
    .filter((name) => name !== 'estimate.json')
    .map((name) => {
      const graph = read(`${id}/journeys/${name}`, graphSchema);
      if (name !== `${graph.id}.json`) strays.push(`${id}/journeys/${name}`);
      return graph;
    });
  const policy = read(`${id}/parameters.json`, policySchema);
  const city = read(`${id}/city.json`, citySchema);
  if (policy.city !== id || city.id !== id) strays.push(`${id}: named ${policy.city}, ${city.id}`);
  // A city that is still being built may lack the rest; what stands there has to be right all the same.
  const part = <T>(name: string, schema: z.ZodType<T>, none: T): T =>
    city.building && !jsonIn(id).includes(name) ? none : read(`${id}/${name}`, schema);
  for (const name of jsonIn(`${id}/sources`)) readSource(`${id}/sources`, name);
  return {
    id,
    policy,
    city,
    guides,
    graphs,
    tools: part('tools.json', toolsSchema, { tools: [] }),
    benefits: part('benefits.json', benefitsSchema, { tables: [], notes: [] }),
    pages: part('pages.json', pagesSchema, { help: [], documents: [], unknown: [] }),
    calendar: part('calendar.json', calendarSchema, { entries: [], unknown: [] }),
    ledger: part('ledger.json', ledgerSchema, { bars: [], notes: [] }),
    diseases: jsonIn(id).includes('diseases.json') ? read(`${id}/diseases.json`, diseasesSchema) : [],
    estimate: journeys.includes('estimate.json') ? read(`${id}/journeys/estimate.json`, estimateSchema) : undefined,
    slip: jsonIn(id).includes('slip.json') ? read(`${id}/slip.json`, slipSchema) : undefined,
    compare: jsonIn(id).includes('compare.json') ? read(`${id}/compare.json`, compareSchema) : undefined,
  };
}

/** Documents that several cities may name stand in `sources/`, those of one city also in its own folder. */
export const sources = new Map<string, SourceDocument>();
function readSource(folder: string, name: string): void {
  const document = read(`${folder}/${name}`, sourceSchema);
  if (name !== `${document.id}.json` || sources.has(document.id)) strays.push(`${folder}/${name}`);
  sources.set(document.id, document);
}
for (const name of jsonIn('sources')) readSource('sources', name);
export const cities = readdirSync(root, { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && existsSync(join(root, entry.name, 'parameters.json')))
  .map((entry) => readCity(entry.name));

export const parameters = cities.flatMap((city) =>
  city.policy.parameters.map((parameter) => ({ city: city.id, parameter })),
);
export const values = parameters.flatMap(({ city, parameter }) =>
  [...parameter.values, ...(parameter.alternatives ?? [])].map((value) => ({
    where: `${city} ${parameter.id} ${value.from}`,
    parameter,
    value,
  })),
);
export const guides = cities.flatMap((city) => city.guides.map((guide) => ({ city: city.id, guide })));
export const graphs = cities.flatMap((city) => city.graphs.map((graph) => ({ city: city.id, graph })));

/** Every object and every string below a piece of data, with where it stands. */
function walk(
  node: unknown,
  where: string,
  onObject: (o: object, w: string) => void,
  onText: (t: string, w: string) => void,
) {
  if (typeof node === 'string') onText(node, where);
  else if (typeof node === 'object' && node !== null) {
    onObject(node, where);
    for (const [key, child] of Object.entries(node)) walk(child, `${where}.${key}`, onObject, onText);
  }
}
export const anchors: { anchor: Anchor; where: string }[] = [];
export const texts: { city: string; text: string; where: string }[] = [];
export const targets: { city: string; to: string; where: string }[] = [];
for (const {
  id,
  guides,
  graphs,
  estimate,
  benefits,
  city,
  tools,
  diseases,
  pages,
  calendar,
  ledger,
  compare,
  slip,
} of cities) {
  const onObject = (object: object, where: string) => {
    if ('source' in object && 'part' in object) anchors.push({ anchor: object as Anchor, where });
    if ('to' in object && ('label' in object || 'text' in object) && typeof object.to === 'string')
      targets.push({ city: id, to: object.to, where });
    if ('ways' in object && Array.isArray(object.ways))
      targets.push(...object.ways.map((way) => ({ city: id, to: `/${id}/${way}/`, where })));
  };
  const onText = (text: string, where: string) => texts.push({ city: id, text, where });
  for (const guide of guides) walk(guide, `${id} ${guide.group}/${guide.id}`, onObject, onText);
  for (const graph of [...graphs, ...(estimate ? [estimate] : [])]) walk(graph, `${id} ${graph.id}`, onObject, onText);
  walk({ benefits, city, tools, diseases, pages, calendar, ledger, compare, slip }, id, onObject, onText);
}
