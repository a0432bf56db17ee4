/** What was built, read as the oldest engine in use reads it: a part that it cannot read is a white page, and no walk opens every part. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type AnyNode, type CallExpression, type MemberExpression, parse } from 'acorn';
import { dist } from '../../scripts/lib/manifest.ts';

/** Chrome 86 and Safari 13.1 read all of it. */
const EDITION = 2020;

/** How many scripts there are at least, or the folder has lost its subject. */
const FLOOR = 100;

/** @returns a line for each script that cannot be read, or not rightly; and how many there are */
export function syntaxFaults(): { faults: string[]; read: number } {
  const files = readdirSync(join(dist, 'assets')).filter((file) => file.endsWith('.js'));
  const faults = files.flatMap((file) =>
    faultsOf(readFileSync(join(dist, 'assets', file), 'utf8')).map((fault) => `${file}: ${fault}`),
  );
  if (files.length < FLOOR) faults.push(`only ${files.length} scripts`);
  return { faults, read: files.length };
}

/** What is wrong with a script. */
export function faultsOf(script: string): string[] {
  try {
    return [...spreadInChain(parse(script, { ecmaVersion: EDITION, sourceType: 'module' }))];
  } catch (fault) {
    return [String(fault)];
  }
}

/** `a?.b(...c)`: Chromes before 91 get it wrong, which is why the compilers take them for not having `?.` at all. */
function* spreadInChain(node: AnyNode): Generator<string> {
  if (node.type === 'ChainExpression') {
    const links: (CallExpression | MemberExpression)[] = [];
    for (let link: AnyNode = node.expression; link.type === 'CallExpression' || link.type === 'MemberExpression'; ) {
      links.unshift(link);
      link = link.type === 'CallExpression' ? link.callee : link.object;
    }
    const optional = links.slice(links.findIndex((link) => link.optional));
    for (const link of optional) {
      if (link.type === 'CallExpression' && link.arguments.some(({ type }) => type === 'SpreadElement'))
        yield `spread in an optional call at ${link.start}`;
    }
  }
  for (const value of Object.values(node) as unknown[]) {
    for (const child of Array.isArray(value) ? value : [value]) {
      if (isNode(child)) yield* spreadInChain(child);
    }
  }
}

const isNode = (value: unknown): value is AnyNode =>
  typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string';
