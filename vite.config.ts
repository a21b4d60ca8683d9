import path from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';
import { CUSTOM_PROPERTIES } from './data/palette.ts';

/** The sheet that index.html links first: every colour as a custom property. The development server adds a query. */
const PALETTE = /^\/palette\.css(\?|$)/;

const palette: Plugin = {
  name: 'palette',
  enforce: 'pre',
  resolveId: (id) => (PALETTE.test(id) ? id : null),
  load(id) {
    if (!PALETTE.test(id)) return null;
    const colours = Object.entries(CUSTOM_PROPERTIES).map(([name, colour]) => `--${name}: ${colour};`);
    return `:root { ${colours.join(' ')} }`;
  },
};

/** The scales that our charts have recharts use: all of d3's, which it asks for by name, bring its calendar and 12 KB. */
const SCALES = path.resolve(import.meta.dirname, 'client/scales-of-recharts.js');
const scales: Plugin = {
  name: 'scales-of-recharts',
  apply: 'build',
  enforce: 'pre',
  resolveId: (id) => (id === 'victory-vendor/d3-scale' ? SCALES : null),
  load: (id) => (id === SCALES ? "export { scaleBand, scaleLinear, scalePoint } from 'd3-scale';" : null),
};

/**
 * Asks for the code and the map's shapes as soon as the page is read. As plain preloads: a module preload would compile
 * the code before the first paint, which is only wanted after it.
 */
const preload: Plugin = {
  name: 'preload',
  apply: 'build',
  transformIndexHtml: {
    order: 'post',
    handler(_html, { bundle = {} }) {
      const main = Object.values(bundle).find((each) => /main-[^/]+\.js$/.test(each.fileName));
      const code = main?.type === 'chunk' ? [main.fileName, ...main.imports] : [];
      const paths = Object.keys(bundle).filter((file) => /(^|\/)paths-[^/]+\.json$/.test(file));
      const link = (as: string) => (file: string) => {
        const attrs = { rel: 'preload', as, crossorigin: '', href: `/${file}` };
        return { tag: 'link', attrs, injectTo: 'head' as const };
      };
      return [...paths.map(link('fetch')), ...code.map(link('script'))];
    },
  },
};

const MAIN = path.resolve(import.meta.dirname, 'client/main.tsx');

type Modules = { getModuleInfo(id: string): { importedIds: readonly string[] } | null };

/**
 * Puts what the first view needs into one file, whatever else shares parts of it: in twenty pieces it is a tenth larger.
 * Helpers of the bundler stay apart, as the code that runs before the first paint needs them too.
 */
function firstView() {
  const needed = new Set<string>();
  return (id: string, modules: Modules): string | null => {
    if (needed.size === 0) {
      const todo = [MAIN];
      for (const next of todo) {
        if (needed.has(next)) continue;
        needed.add(next);
        todo.push(...(modules.getModuleInfo(next)?.importedIds ?? []));
      }
    }
    return needed.has(id) && !id.startsWith('\0') && id !== MAIN ? 'first' : null;
  };
}

const api = `http://localhost:${process.env.PORT ?? 3000}`;

export default defineConfig({
  root: 'client',
  plugins: [react(), palette, scales, preload],
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    target: 'es2022',
    modulePreload: { polyfill: false },
    rolldownOptions: {
      output: {
        codeSplitting: {
          includeDependenciesRecursively: false,
          groups: [{ name: firstView(), debugName: 'first view' }],
        },
      },
    },
  },
  server: { port: 5173, proxy: { '^/api/': api } },
});
