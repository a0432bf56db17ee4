/**
 * `npm run --silent cases -- [FILE…]`: checks case files against the engine.
 * Exit 0: all passed · 1: a case failed · 2: a file is not a valid case file, or none ships.
 */
import { checkCases } from './lib/check-cases.ts';

const { lines, code } = await checkCases(process.argv.slice(2));
for (const line of lines) console.log(line);
process.exitCode = code;
