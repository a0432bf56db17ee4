import { join, relative } from 'node:path';
import type { Plugin } from 'vite';
import { root } from './project.ts';

/** Writes which file each module of `src` is in: Vite's manifest names one module of a file at most. */
export function moduleList(): Plugin {
  return {
    name: 'module-list',
    apply: 'build',
    applyToEnvironment: ({ name }) => name === 'client',
    generateBundle(_, bundle) {
      const files: Record<string, string> = {};
      for (const chunk of Object.values(bundle))
        if (chunk.type === 'chunk')
          for (const id of chunk.moduleIds)
            if (id.startsWith(join(root, 'src'))) files[relative(root, id).replaceAll('\\', '/')] = chunk.fileName;
      this.emitFile({ type: 'asset', fileName: '.vite/modules.json', source: JSON.stringify(files) });
    },
  };
}
