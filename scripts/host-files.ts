/** `npm run host-files`: writes the files for hosts that stand in the repository; `-- --check` only says whether they are up to date. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { nginxHeaders, securityHeaders } from './lib/headers.ts';
import { root } from './lib/project.ts';

/** The headers as a table, between two marks in the guide to hosting. */
function hostingPage(page: string): string {
  const rows = Object.entries(securityHeaders).map(([name, value]) => `| \`${name}\` | \`${value}\` |`);
  const table = ['| header | value |', '|---|---|', ...rows].join('\n');
  return page.replace(/(<!-- headers -->\n)[\s\S]*?(\n<!-- \/headers -->)/, (_, open, close) => open + table + close);
}

const files: Record<string, (old: string) => string> = {
  'deploy/nginx/wa-yibao-headers.conf': nginxHeaders,
  'docs/hosting.md': hostingPage,
};

const check = process.argv.includes('--check');
const stale: string[] = [];
for (const [name, make] of Object.entries(files)) {
  const path = join(root, name);
  const old = readFileSync(path, 'utf8');
  const text = make(old);
  if (text === old) continue;
  stale.push(name);
  if (!check) writeFileSync(path, text);
}
const done = check ? 'stale' : 'written';
console.info(
  `host-files: ${Object.keys(files).length} files, ${Object.keys(securityHeaders).length} headers, ${stale.length} ${done}`,
);
if (check && stale.length > 0) {
  console.error(`✗ run \`npm run host-files\`: ${stale.join(', ')}`);
  process.exitCode = 1;
}
