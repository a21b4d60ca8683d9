import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';

/** Asks for the map's shapes as soon as the page is read, beside the code that draws them. */
const preloadPaths: Plugin = {
  name: 'preload-paths',
  apply: 'build',
  transformIndexHtml: {
    order: 'post',
    handler(_html, { bundle }) {
      const paths = Object.keys(bundle ?? {}).find((file) => /paths-[^/]+\.json$/.test(file));
      if (!paths) return [];
      const attrs = { rel: 'preload', as: 'fetch', crossorigin: '', href: `/${paths}` };
      return [{ tag: 'link', attrs, injectTo: 'head' }];
    },
  },
};

const api = `http://localhost:${process.env.PORT ?? 3000}`;

export default defineConfig({
  root: 'client',
  plugins: [react(), preloadPaths],
  build: { outDir: 'dist', emptyOutDir: true, target: 'es2022', modulePreload: { polyfill: false } },
  server: { port: 5173, proxy: { '/api': api } },
});
