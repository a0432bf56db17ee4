import type { Plugin } from 'vite';

const RUNTIME = '\0rolldown/runtime.js';
const HOST = 'core';

/** What the bundler's file offers, by the names under which the host exports it. */
const OFFERED: Record<string, string> = { __exportAll: '$a', __toESM: '$b', __commonJSMin: '$c' };

const nameOf = (file: string) => file.replace(/^.*\//, '');
const escaped = (text: string) => text.replace(/[$()*+.?[\\\]^{|}]/g, '\\$&');
const importFrom = (file: string) => new RegExp(`^import \\{ ([^}]*) \\} from "\\./${escaped(nameOf(file))}";\\n`, 'm');

/**
 * The bundler puts the three functions it wraps modules with into a file of their own, whatever `codeSplitting` says: one request more
 * before any page runs, for half a kilobyte. Here they lie in React's file, which every page has.
 */
export function foldRuntime(): Plugin {
  return {
    name: 'fold-runtime',
    apply: 'build',
    applyToEnvironment: ({ name }) => name === 'client',
    renderChunk(code, chunk, _, { chunks }) {
      const all = Object.values(chunks);
      const runtime = all.find(({ modules }) => RUNTIME in modules);
      const host = all.find(({ name }) => name === HOST);
      const source = runtime?.modules[RUNTIME]?.code;
      if (!runtime || !host || !source) return this.error('the runtime or its host is not there');
      if (chunk.fileName === runtime.fileName) return null;
      const found = importFrom(runtime.fileName).exec(code);
      if (!found) return chunk.fileName === host.fileName ? this.error(`${HOST} needs no runtime`) : null;
      const names = (found[1] ?? '').split(', ').map((one) => one.replace(/^\S+ as /, ''));
      const unknown = names.find((name) => !(name in OFFERED));
      if (unknown) return this.error(`${chunk.name} takes ${unknown} from the runtime`);
      if (chunk.fileName === host.fileName) {
        const offers = Object.entries(OFFERED).map(([name, as]) => `${name} as ${as}`);
        return { code: `${code.replace(found[0], () => source)}\nexport { ${offers.join(', ')} };\n`, map: null };
      }
      const taken = names.map((name) => `${OFFERED[name]} as ${name}`).join(', ');
      const rest = code.replace(found[0], '');
      const beside = importFrom(host.fileName).exec(rest);
      const line = `import { ${[taken, beside?.[1]].filter(Boolean).join(', ')} } from "./${nameOf(host.fileName)}";\n`;
      return { code: beside ? rest.replace(beside[0], () => line) : line + rest, map: null };
    },
    generateBundle(_, bundle) {
      const parts = Object.values(bundle).filter((part) => part.type === 'chunk');
      const runtime = parts.find(({ moduleIds }) => moduleIds.includes(RUNTIME));
      const host = parts.find(({ name }) => name === HOST);
      if (!runtime || !host) return this.error('the runtime or its host is not there');
      const gone = runtime.fileName;
      for (const part of parts) {
        if (part.code.includes(nameOf(gone))) this.error(`${part.fileName} still asks for ${gone}`);
        if (!part.imports.includes(gone)) continue;
        const others = part.imports.filter((file) => file !== gone && file !== host.fileName);
        part.imports = part === host ? others : [host.fileName, ...others];
      }
      delete bundle[gone];
    },
  };
}
