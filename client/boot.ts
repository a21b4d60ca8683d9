/** Lets the browser paint the view that came with the page before the code that takes it over is run. */
requestAnimationFrame(() => setTimeout(() => import('./main.tsx')));
