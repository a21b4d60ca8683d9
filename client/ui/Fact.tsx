import type { ReactNode } from 'react';

/** One fact of a list: what it is, and what it is for this area. */
export function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
