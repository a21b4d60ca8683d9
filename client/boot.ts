const start = () => import('./main.tsx');

// What was asked for ahead is compiled from here on, beside the painting of the page.
for (const link of document.querySelectorAll<HTMLLinkElement>('link[rel="prefetch"]'))
  link.rel = 'modulepreload';

// Where the view came with the page, the browser paints it before it runs the code that takes it over.
if (document.getElementById('app')?.dataset.drawn === undefined) start();
else requestAnimationFrame(() => setTimeout(start));
