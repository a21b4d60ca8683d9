const start = () => import('./main.tsx');

// Where the view came with the page, the browser paints it before it runs the code that takes it over.
if (document.getElementById('app')?.dataset.drawn === undefined) start();
else requestAnimationFrame(() => setTimeout(start));
