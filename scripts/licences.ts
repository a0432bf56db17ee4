/**
 * `npm run licences`: the licence of every package that reaches families, and a count of those that only build and test.
 * Fails for one that is not on the list of its kind.
 */
import { installed, readLock } from './lib/packages.ts';

/** Asks for no more than to be named. */
const SHIPPED = ['MIT', 'ISC', '0BSD', 'BSD-2-Clause', 'BSD-3-Clause', 'Apache-2.0'];
/** Also: what changes of the package itself must be given back, texts and data. Nothing of it is handed on. */
const TOOLS = [...SHIPPED, 'BSD', 'MPL-2.0', 'BlueOak-1.0.0', 'CC-BY-4.0'];
const FLOOR = { shipped: 20, tools: 100 };

const named = (licence: string): string[] => licence.replace(/[()]/g, '').split(/ OR | AND /);
const allowed = (licence: string, list: readonly string[]): boolean =>
  / AND /.test(licence)
    ? named(licence).every((one) => list.includes(one))
    : named(licence).some((one) => list.includes(one));

const all = installed(readLock());
const shipped = all.filter((one) => one.shipped);
const tools = all.filter((one) => !one.shipped);
for (const { name, version, licence, text } of shipped)
  console.info(`  ${licence.padEnd(14)} ${name} ${version}${text ? '' : ' (no text in the package)'}`);
const counts = new Map<string, number>();
for (const { licence } of tools) counts.set(licence, (counts.get(licence) ?? 0) + 1);
console.info(
  `  tools: ${[...counts]
    .sort((a, b) => b[1] - a[1])
    .map(([licence, n]) => `${licence || 'none named'} ${n}`)
    .join(', ')}`,
);

const faults = [
  ...shipped.filter(({ licence }) => !allowed(licence, SHIPPED)),
  ...tools.filter(({ licence }) => !allowed(licence, TOOLS)),
].map(({ name, version, licence }) => `${name} ${version}: ${licence || 'no licence named'}`);
if (shipped.length < FLOOR.shipped)
  faults.push(`saw ${shipped.length} shipped packages, expected at least ${FLOOR.shipped}`);
if (tools.length < FLOOR.tools) faults.push(`saw ${tools.length} tools, expected at least ${FLOOR.tools}`);
for (const fault of faults) console.error(`✗ ${fault}`);
console.info(`licences: ${shipped.length} shipped packages, ${tools.length} tools, ${faults.length} failed`);
if (faults.length > 0) process.exitCode = 1;
