import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Plugin } from 'vite';
import type { Anchor, Grade, SourceDocument } from '../../src/policy/types.ts';

export interface JoinedFigure {
  label: string;
  value: string;
  unit: string;
  /** What the word of a `choice` means. */
  words?: string;
  /** Arithmetic, not published. */
  derived?: true;
}

interface JoinedDocument extends Omit<SourceDocument, 'id' | 'kind' | 'parts' | 'date' | 'address' | 'link'> {
  date: string | undefined;
  parts: Record<string, string>;
}

interface ParameterFile {
  parameters: {
    id: string;
    label: string;
    unit: string;
    choices?: Record<string, string>;
    recheck: string;
    values: { from: string; to?: string; value: string; grade: Grade }[];
  }[];
}

const policyText =
  /\/src\/policy\/([a-z-]+)\/((guides|journeys)\/[\w-]+|benefits|city|tools|calendar|ledger|slip)\.json$/;

/** Where the rules of a city stand; `index.ts` hands on the whole file. */
const rules = /\/cities\/(?!index\.)[a-z-]+\.ts$/;

/** A parameter file without what no rule reads. */
const withoutWords = (json: string): string =>
  JSON.stringify(JSON.parse(json, (key, value) => (words.has(key) ? undefined : value)));
const words = new Set(['quote', 'spelled', 'derivation', 'note', 'gaps']);

/** What a city has besides its guides: `journeys/clinic`, `diseases`, … */
function partsOf(city: string): string[] {
  const journeys = join(city, 'journeys');
  const names = [
    ...readdirSync(city),
    ...(existsSync(journeys) ? readdirSync(journeys) : []).map((name) => `journeys/${name}`),
  ];
  return names
    .filter((name) => /^(journeys\/\w+|diseases|ledger|slip)\.json$/.test(name))
    .map((name) => name.slice(0, -5));
}

function findAnchors(value: unknown): Anchor[] {
  if (Array.isArray(value)) return value.flatMap(findAnchors);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => (key === 'at' ? [inner as Anchor] : findAnchors(inner)));
}

/**
 * Joins the figures a policy text names (`[[id@date]]`) and the documents of its anchors (`at`) to that text when it is
 * bundled, as the extra keys `figures` and `documents`, so that a guide arrives with its few figures instead of the
 * whole parameter file. A name that resolves to nothing stops the build. `city.json?name` is what lists say of a city;
 * `parameters.json?figures`, which a city's rules get, are the figures without the words of their sources: those come when a figure is opened.
 */
export function policyFigures(): Plugin {
  return {
    name: 'policy-figures',
    enforce: 'pre',
    async resolveId(source, importer) {
      if (!source.endsWith('/parameters.json') || !importer || !rules.test(importer.replaceAll('\\', '/'))) return null;
      const found = await this.resolve(source, importer, { skipSelf: true });
      return found && `${found.id}?figures`;
    },
    transform(code, id) {
      const [file = id, query] = id.split('?');
      if (query === 'figures') return { code: `export default ${withoutWords(code)};`, map: null };
      const match = policyText.exec(file.replaceAll('\\', '/'));
      if (!match?.[1]) return null;
      const refs = new Set(Array.from(code.matchAll(/\[\[([^\]]+)\]\]/g), ([, ref = '']) => ref));
      const text = JSON.parse(code);
      if (query === 'name') {
        const { id: city, name, order, insurance, building } = text;
        return { code: `export default ${JSON.stringify({ id: city, name, order, insurance, building })};`, map: null };
      }
      if (file.endsWith('/city.json')) text.offers = partsOf(dirname(file));
      const anchors = findAnchors(text);
      const policy = join(file.slice(0, file.indexOf('/policy/')), 'policy');
      const parameters = join(policy, match[1], 'parameters.json');
      this.addWatchFile(parameters);
      const known: ParameterFile = JSON.parse(readFileSync(parameters, 'utf8'));
      const documents: Record<string, JoinedDocument> = {};
      for (const { source, part } of anchors) {
        const places = [policy, join(policy, match[1])].map((place) => join(place, 'sources', `${source}.json`));
        const path = places.find(existsSync);
        if (!path) this.error(`${match[0]}: no document ${source}`);
        this.addWatchFile(path);
        const { title, issuer, date, grade, parts }: SourceDocument = JSON.parse(readFileSync(path, 'utf8'));
        const heading = parts.find(({ id }) => id === part)?.heading;
        if (heading === undefined) this.error(`${match[0]}: ${source} has no part ${part}`);
        const joined = documents[source] ?? { title, issuer, date, grade, parts: {} };
        joined.parts[part] = heading;
        documents[source] = joined;
      }
      const figures: Record<string, JoinedFigure> = {};
      for (const ref of refs) {
        const found = lookUp(known, ref);
        if (!found) this.error(`${match[0]}: [[${ref}]] is no value of ${match[1]}/parameters.json`);
        figures[ref] = found;
      }
      // One day per text: the first on which any of its figures should have been looked at again.
      const [recheck] = known.parameters
        .filter(({ id }) => [...refs].some((ref) => ref.startsWith(`${id}@`)))
        .map((one) => one.recheck)
        .sort();
      const joined = refs.size > 0 ? { figures, documents, recheck } : anchors.length > 0 ? { documents } : {};
      return { code: JSON.stringify({ ...text, ...joined }), map: null };
    },
  };
}

function lookUp({ parameters }: ParameterFile, ref: string): JoinedFigure | undefined {
  const [id = '', day = ''] = ref.split('@');
  const parameter = parameters.find((one) => one.id === id);
  const dated = parameter?.values.find(({ from, to }) => from <= day && (to === undefined || day <= to));
  if (!parameter || !dated) return undefined;
  const words = parameter.choices?.[dated.value];
  return {
    label: parameter.label,
    value: dated.value,
    unit: parameter.unit,
    ...(words && { words }),
    ...(dated.grade === 'D' && { derived: true }),
  };
}
