import { type ReactNode, useRef, useState } from 'react';
import { type MetricId, metric as metricOf } from '../../data/metrics/index.ts';
import { SOURCES } from '../../data/sources.ts';
import { fileName } from '../../data/text/csv.ts';
import { isShare } from '../../data/text/format.ts';
import { type Column, csvOf, type Sorting, sorted, tableOf } from '../charts/kit/columns.ts';
import { POINTS_AT_AREAS } from '../charts/kit/pointedArea.ts';
import { save } from './files.ts';
import { useWider } from './Measured.tsx';

export type TableProps<Row> = {
  /** What the table is of; its name for assistive technology. */
  label: string;
  /** The first names the row. */
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  keyOf: (row: Row) => string;
  /** What the file is called, and what it says of itself in columns of their own, after those of the table. */
  file: { name: readonly string[]; about: Readonly<Record<string, string>> };
  /** Shown in place of rows where there are none. */
  empty: string;
  /** The key of the row that is marked. */
  chosen?: string;
  /** What of it is an area, by its code: pointed at with all else that the page draws of it. */
  areas?: 'rows' | 'columns';
  sorting?: Sorting;
  onSort?: (sorting: Sorting) => void;
};

/** A table that can be sorted by any column and downloaded as CSV, exactly as shown, with unrounded numbers. */
export function DataTable<Row>(props: TableProps<Row>) {
  const { label, columns, rows, keyOf, file, empty, chosen, areas } = props;
  const [own, setOwn] = useState<Sorting>({ by: '', down: false });
  const sorting = props.sorting ?? own;
  const sort = props.onSort ?? setOwn;
  const shown = sorted(rows, columns, sorting);
  return (
    <div className="data-table">
      <TableBox label={label} plain>
        <table {...(areas && POINTS_AT_AREAS)}>
          <caption className="hidden">{label}</caption>
          <thead>
            <tr>
              {columns.map(({ id, head, number, room }, index) => (
                <th
                  key={id}
                  data-area={areas === 'columns' && index > 0 ? id : undefined}
                  scope="col"
                  className={number ? 'number' : room}
                  aria-sort={sorting.by !== id ? 'none' : sorting.down ? 'descending' : 'ascending'}
                >
                  <button
                    type="button"
                    onClick={() => sort({ by: id, down: sorting.by === id && !sorting.down })}
                  >
                    {head}
                  </button>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {shown.map((row) => (
              <tr
                key={keyOf(row)}
                data-chosen={keyOf(row) === chosen || undefined}
                data-area={areas === 'rows' ? keyOf(row) : undefined}
              >
                {columns.map((column, index) =>
                  index === 0 ? (
                    <th key={column.id} scope="row">
                      {contentOf(column, row)}
                    </th>
                  ) : (
                    <td
                      key={column.id}
                      className={column.number ? 'number' : column.room}
                      data-area={areas === 'columns' ? column.id : undefined}
                    >
                      {contentOf(column, row)}
                    </td>
                  ),
                )}
              </tr>
            ))}
          </tbody>
        </table>
        {rows.length === 0 && <p>{empty}</p>}
      </TableBox>
      {rows.length > 0 && (
        <DownloadCsv of={label} name={file.name} text={() => csvOf(tableOf(columns, shown), file.about)} />
      )}
    </div>
  );
}

function contentOf<Row>({ value, shown }: Column<Row>, row: Row): ReactNode {
  const content = shown ? shown(row) : value(row);
  return content === null || content === '' ? <span className="quiet">None</span> : content;
}

type DownloadProps = {
  /** What the file is of, for those who do not see what it stands under. */
  of?: string;
  name: readonly string[];
  text: () => string;
  className?: string;
};

/** A button that saves a CSV file. */
export const DownloadCsv = ({ of, name, text, className = 'download' }: DownloadProps) => (
  <p className={className}>
    <button type="button" className="button" onClick={() => save(fileName(name, 'csv'), text())}>
      Download CSV{of && <span className="hidden"> of {of}</span>}
    </button>
  </p>
);

/** What a file of one metric’s figures says of itself, in columns of their own; `own`: what only this file says. */
export function aboutFile(
  id: MetricId,
  period: string,
  own: Readonly<Record<string, string>>,
  { dataVersion }: { dataVersion: string },
): Record<string, string> {
  const metric = metricOf(id);
  const source = SOURCES[metric.source];
  return {
    metric: id,
    metric_name: metric.label,
    unit: isShare(metric) ? 'proportion' : metric.unit,
    period,
    ...own,
    status: 'published or derived from published counts',
    source: `${source.publisher}: ${source.publication}`,
    licence: source.licence,
    data_version: dataVersion,
  };
}

type BoxProps = { label: string; plain?: boolean; children: ReactNode };

/** A table that scrolls inside itself where it is wider than the page, and says so there; named, and reachable by keyboard. */
export function TableBox({ label, plain, children }: BoxProps) {
  const box = useRef<HTMLDivElement>(null);
  const wider = useWider(box);
  return (
    <>
      {wider && <p className="note scrolls">The table scrolls to the right.</p>}
      {/* A group, no landmark: the section it lies in is one already, often of the same name. */}
      {/* biome-ignore lint/a11y/useSemanticElements: no fields are in it */}
      <div
        className={plain ? 'table-box' : 'table-box card'}
        role="group"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard
        tabIndex={0}
        aria-label={label}
        ref={box}
      >
        {children}
      </div>
    </>
  );
}

/** The table of a chart, folded away below it. */
export const TableTwin = ({ children }: { children: ReactNode }) => (
  <details className="twin">
    <summary>Show as a table</summary>
    {children}
  </details>
);
