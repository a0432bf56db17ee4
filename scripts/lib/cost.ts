import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { scriptsOf, zipped } from './built.ts';
import { dist, readManifest } from './manifest.ts';
import { cityIds } from './project.ts';

/** Who opens what, of a hundred: an assumption, said in `docs/cost.md`. */
const opens: { name: string; share: number; test: RegExp }[] = [
  { name: 'home, city', share: 15, test: /^\/([a-z-]+\/)?$/ },
  { name: 'estimate', share: 15, test: /\/estimate\/$/ },
  { name: 'journeys, lists, calculators', share: 20, test: /^\/[a-z-]+\/[a-z]+\/(open\/)?$/ },
  { name: 'guides, help', share: 50, test: /./ },
];
/** Of a hundred opens, those by a phone that has no file of this release yet. */
const COLD = 60;
const CITIES = 300;

/** A table of what a million opens cost, from the files in `dist`: gzip bytes, requests, and who answers them. */
export function cost(): string {
  const size = (file: string) => zipped(join(dist, file));
  const files = readdirSync(dist, { recursive: true, encoding: 'utf8' });
  const rest = new Set(files.filter((file) => /(^|\/)index\.html$/.test(file)));
  const pages = [...rest].filter((file) => cityIds.some((id) => file.startsWith(`${id}/`)));
  const extras = files.filter((file) =>
    /^assets\/(Extras|share)-[\w-]{8}\.js$|^(version\.json|sw\.js|icon\.svg)$/.test(file),
  );
  const rows = opens.map(({ name, share, test }) => {
    const mine = [...rest].filter((file) => test.test(`/${file.replace(/index\.html$/, '')}`));
    for (const file of mine) rest.delete(file);
    const sums = mine.map((file) => {
      const html = readFileSync(join(dist, file), 'utf8');
      const scripts = scriptsOf(html, '/');
      const script = scripts.reduce((sum, one) => sum + size(one), 0);
      return { html: size(file), script, requests: scripts.length };
    });
    const mean = (pick: (one: (typeof sums)[number]) => number) =>
      sums.reduce((sum, one) => sum + pick(one), 0) / Math.max(1, sums.length);
    return {
      name,
      share,
      html: mean((one) => one.html),
      script: mean((one) => one.script),
      requests: mean((one) => one.requests),
    };
  });
  const later = extras.reduce((sum, file) => sum + size(file), 0);
  const perOpen = (pick: (row: (typeof rows)[number]) => number) =>
    rows.reduce((sum, row) => sum + (pick(row) * row.share) / 100, 0);
  const cold = COLD / 100;
  const html = perOpen((row) => row.html);
  const script = perOpen((row) => row.script);
  const requests = perOpen((row) => row.requests);
  const gigabytes = (bytes: number) => ((bytes * 1e6) / 1e9).toFixed(1);
  const ofCities = Object.entries(readManifest()).filter(([module]) =>
    cityIds.some((id) => module.startsWith(`src/policy/${id}/`) || module === `src/cities/${id}.ts`),
  );
  const parts = new Set(ofCities.map(([, { file }]) => file));
  const forAll = (count: number) => Math.round((count / cityIds.length) * CITIES);
  return [
    'a million opens (gzip):',
    ...rows.map(
      (row) =>
        `  ${row.name.padEnd(30)} ${String(row.share).padStart(3)} %  page ${(row.html / 1024).toFixed(1)} KB, scripts ${(row.script / 1024).toFixed(1)} KB in ${row.requests.toFixed(1)} files`,
    ),
    `  pages   ${gigabytes(html)} GB, 1.0 million requests, each asked for anew; unchanged ones are answered without a body`,
    `  scripts ${gigabytes((script + later) * cold)} GB, ${((requests + extras.length) * cold).toFixed(1)} million requests from the ${COLD} % that come cold; the others ask for none`,
    `  in all  ${gigabytes(html + (script + later) * cold)} GB, ${(1 + (requests + extras.length) * cold).toFixed(1)} million requests`,
    `  ${CITIES} cities: about ${forAll(pages.length)} pages and ${forAll(parts.size)} parts of their own; an edge asks the origin for each once a release`,
  ].join('\n');
}
