import type { ReactNode } from 'react';

/** The table of a picture, folded away below it. */
export const Twin = ({ children }: { children: ReactNode }) => (
  <details className="twin">
    <summary>Show as a table</summary>
    {children}
  </details>
);
