/**
 * `npm run recheck [-- YYYY]`: what has to be looked up for the coming year (that of today's date plus one, or the one given): every
 * parameter by city and by the day on which somebody should look, with its newest value and what does not reach into that
 * year. Fails if it saw fewer parameters than there must be.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { policySchema } from '../src/policy/schema.ts';
import type { DatedValue, Parameter } from '../src/policy/types.ts';
import { cityIds, root } from './lib/project.ts';

const FLOOR = 90;

const [, , given] = process.argv;
const year = given === undefined ? new Date().getFullYear() + 1 : Number(given);
if (!Number.isSafeInteger(year) || year < 2000 || year > 2100) throw new Error(`no year: ${given}`);

/** The last day of the coming year that a parameter has to reach, by the clock it runs on. */
const needed: Record<Parameter['clock'], string> = {
  schoolYear: `${year + 1}-08-31`,
  calendarYear: `${year}-12-31`,
  none: `${year}-12-31`,
};

const newest = ({ values }: Parameter): DatedValue | undefined =>
  values.reduce<DatedValue | undefined>((best, one) => (best && best.from >= one.from ? best : one), undefined);

let seen = 0;
let missing = 0;
let due = 0;
for (const city of cityIds) {
  const { parameters } = policySchema.parse(
    JSON.parse(readFileSync(join(root, 'src/policy', city, 'parameters.json'), 'utf8')),
  );
  seen += parameters.length;
  const rows = parameters.flatMap((parameter) => {
    const value = newest(parameter);
    const open = value?.to !== undefined && value.to < needed[parameter.clock];
    const weak = value?.grade === 'C' || value?.grade === 'D';
    if (open) missing += 1;
    if (!open && parameter.recheck.slice(0, 4) > String(year)) return [];
    due += 1;
    const words = open ? `no value after ${value?.to}` : 'holds until replaced, look again';
    return [{ parameter, value, text: weak ? `${words}, grade ${value?.grade}: look for a better source` : words }];
  });
  rows.sort((a, b) => a.parameter.recheck.localeCompare(b.parameter.recheck));
  console.info(`\n${city}, for ${year}`);
  for (const { parameter, value, text } of rows) {
    console.info(
      `  ${parameter.recheck}  ${parameter.id}  ${parameter.label}: ${value?.value} ${parameter.unit} (${value?.source}); ${text}`,
    );
  }
}
console.info(
  `\nrecheck: saw ${seen} parameters (floor ${FLOOR}), ${due} to look up, ${missing} without a value for ${year}`,
);
if (seen < FLOOR) {
  console.error(`✗ saw ${seen} parameters, expected at least ${FLOOR}`);
  process.exitCode = 1;
}
