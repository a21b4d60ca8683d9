const start = () => import('./main.tsx');

/** Where the view came with the page, the browser paints it before the code that takes it over is run. */
if (document.getElementById('app')?.dataset.drawn === undefined) start();
else requestAnimationFrame(() => setTimeout(start));
