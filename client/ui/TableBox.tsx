import type { ReactNode } from 'react';

/** A table that scrolls inside itself where it is wider than the page; named, and reachable by keyboard. */
export const TableBox = ({
  label,
  plain,
  children,
}: {
  label: string;
  plain?: boolean;
  children: ReactNode;
}) => (
  // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard
  <section className={plain ? 'table-box' : 'table-box card'} tabIndex={0} aria-label={label}>
    {children}
  </section>
);
