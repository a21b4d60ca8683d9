import { readFileSync } from 'node:fs';
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

/** What a module is replaced by, in `client/` as it were: what packages bring along and our charts never use of them. */
const INSTEAD: readonly { of: RegExp; from: RegExp; file: string; code: string }[] = [
  {
    // All of d3's scales, which recharts asks for by name, bring its calendar.
    of: /^victory-vendor\/d3-scale$/,
    from: /recharts/,
    file: 'scales-of-recharts.js',
    code: "export { scaleBand, scaleLinear, scalePoint } from 'd3-scale';",
  },
  {
    // Pixels and views are numbers: what lies between two colours brings their arithmetic.
    of: /^d3-color$/,
    from: /d3-interpolate/,
    file: 'colours-of-d3-interpolate.js',
    code: [
      'export const color = () => null;',
      'export { color as cubehelix, color as hcl, color as hsl, color as lab, color as rgb };',
    ].join('\n'),
  },
  {
    // Ticks are given to every axis: those that recharts would choose bring a decimal arithmetic.
    of: /\/getNiceTickValues$/,
    from: /recharts/,
    file: 'ticks-of-recharts.js',
    code: 'export const getNiceTickValues = () => []; export const getTickValuesFixedDomain = () => [];',
  },
  {
    // Every number is written by data/text/format.ts: a scale’s own way of writing its ticks brings a second one.
    of: /^\.\/tickFormat\.js$/,
    from: /d3-scale\/src/,
    file: 'format-of-d3-scale.js',
    code: 'export default () => String;',
  },
  {
    // A map is moved at once: without transitions there is none to interrupt.
    of: /^d3-transition$/,
    from: /d3-zoom/,
    file: 'transitions-of-d3-zoom.js',
    code: [
      "import { selection } from 'd3-selection';",
      'selection.prototype.interrupt = function () { return this; };',
      'export const interrupt = () => undefined;',
    ].join('\n'),
  },
];
const lean: Plugin = {
  name: 'lean',
  apply: 'build',
  enforce: 'pre',
  resolveId: (id, importer = '') => {
    const found = INSTEAD.find(({ of, from }) => of.test(id) && from.test(importer));
    return found ? path.resolve(import.meta.dirname, 'client', found.file) : null;
  },
  load: (id) =>
    INSTEAD.find(({ file }) => id === path.resolve(import.meta.dirname, 'client', file))?.code ?? null,
};

/**
 * Asks for the code and the map’s shapes as soon as the page is read; boot.ts says when the code is to be compiled. Not as
 * plain preloads: Chromium reads those as scripts of the other kind, and then compiles the module on the page’s own thread.
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
      const link = (what: Record<string, string>) => (file: string) => {
        const attrs = { ...what, crossorigin: '', href: `/${file}` };
        return { tag: 'link', attrs, injectTo: 'head' as const };
      };
      return [...paths.map(link({ rel: 'preload', as: 'fetch' })), ...code.map(link({ rel: 'prefetch' }))];
    },
  },
};

const APP = path.resolve(import.meta.dirname, 'client/App.tsx');

/** How App.tsx says which code is that of the page at an address. */
const PAGE_CODE = /'(\/[^']*)': \(\) => import\('\.\/(pages\/[^']+)'\)/g;

/**
 * Writes down which style sheets the code of each page needs, by the page’s address, for the server to link them in its
 * HTML: a sheet that only the code asks for comes long after what the server drew is on the screen.
 */
const sheets: Plugin = {
  name: 'sheets',
  apply: (config, { command }) => command === 'build' && !config.build?.ssr,
  generateBundle: {
    order: 'post',
    handler(_options, bundle) {
      const chunks = Object.values(bundle).flatMap((each) => (each.type === 'chunk' ? [each] : []));
      const sheetsOf = (files: readonly string[]) => {
        const todo = [...files];
        const found = new Set<string>();
        for (const file of todo) {
          const chunk = chunks.find(({ fileName }) => fileName === file);
          for (const sheet of chunk?.viteMetadata?.importedCss ?? []) found.add(`/${sheet}`);
          todo.push(...(chunk?.imports ?? []).filter((each) => !todo.includes(each)));
        }
        return [...found];
      };
      const everywhere = sheetsOf(chunks.flatMap(({ isEntry, fileName }) => (isEntry ? [fileName] : [])));
      const pages = [...readFileSync(APP, 'utf8').matchAll(PAGE_CODE)].map(([, address = '', code = '']) => {
        const id = path.resolve(import.meta.dirname, 'client', code);
        const chunk = chunks.find(({ facadeModuleId }) => facadeModuleId === id);
        if (!chunk)
          this.error(`client/App.tsx: the page ${address} is to be ${code}, which is no code of its own.`);
        return [address, sheetsOf([chunk.fileName]).filter((sheet) => !everywhere.includes(sheet))];
      });
      if (pages.length === 0)
        this.error(`client/App.tsx: no page was found; one must read like ${PAGE_CODE}.`);
      this.emitFile({
        type: 'asset',
        fileName: 'sheets.json',
        source: JSON.stringify(Object.fromEntries(pages)),
      });
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
  plugins: [react(), palette, lean, preload, sheets],
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
