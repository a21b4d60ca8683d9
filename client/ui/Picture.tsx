import type { ReactNode } from 'react';
import { TableTwin } from './DataTable.tsx';
import { Measured } from './Measured.tsx';

type Props = {
  /** The chart at a width in pixels. */
  chart: (width: number) => ReactNode;
  /** The same as a table, folded away unless it is to stand open. */
  table: ReactNode;
  isOpen?: boolean | undefined;
  /** Ways to take the chart away. */
  use: ReactNode;
  /** What stands over the chart, and between chart and table. */
  before?: ReactNode;
  children?: ReactNode;
  className?: string;
};

/** The frame of a chart in a page: the chart, what is said under it, its table, and the ways to take it away. */
export const Picture = ({
  chart,
  table,
  isOpen,
  use,
  before,
  children,
  className = 'picture card',
}: Props) => (
  <div className={className}>
    {before}
    <Measured>{chart}</Measured>
    {children}
    {isOpen ? <div className="tall">{table}</div> : <TableTwin>{table}</TableTwin>}
    {use}
  </div>
);
