import { type ReactNode, useState } from 'react';
import { fileName } from '../../data/text/csv.ts';
import { type Column, csvOf, type Sorting, sorted } from '../charts/kit/columns.ts';
import { save } from './save.ts';
import { TableBox } from './TableBox.tsx';

type Props<Row> = {
  /** What the table is of; its name for assistive technology. */
  label: string;
  /** The first names the row. */
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  keyOf: (row: Row) => string;
  /** What the file is called, and what it says of itself in columns of their own, after those of the table. */
  file: { name: readonly string[]; about: Readonly<Record<string, string>> };
  /** Said in place of rows where there are none. */
  empty: string;
  chosen?: string;
  sorting?: Sorting;
  onSort?: (sorting: Sorting) => void;
};

/** A table that can be sorted by any column and downloaded as CSV, exactly as shown, with unrounded numbers. */
export function DataTable<Row>(props: Props<Row>) {
  const { label, columns, rows, keyOf, file, empty, chosen } = props;
  const [own, setOwn] = useState<Sorting>({ by: '', down: false });
  const sorting = props.sorting ?? own;
  const sort = props.onSort ?? setOwn;
  const shown = sorted(rows, columns, sorting);
  const download = () => save(fileName(file.name, 'csv'), csvOf(columns, shown, file.about));
  return (
    <div className="data-table">
      <TableBox label={label} plain>
        <table>
          <caption className="hidden">{label}</caption>
          <thead>
            <tr>
              {columns.map(({ id, head, number, room }) => (
                <th
                  key={id}
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
              <tr key={keyOf(row)} data-chosen={keyOf(row) === chosen || undefined}>
                {columns.map((column, index) =>
                  index === 0 ? (
                    <th key={column.id} scope="row">
                      {contentOf(column, row)}
                    </th>
                  ) : (
                    <td key={column.id} className={column.number ? 'number' : column.room}>
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
        <p className="download">
          <button type="button" className="button" onClick={download}>
            Download CSV<span className="hidden"> of {label}</span>
          </button>
        </p>
      )}
    </div>
  );
}

function contentOf<Row>({ value, shown }: Column<Row>, row: Row): ReactNode {
  const content = shown ? shown(row) : value(row);
  return content === null || content === '' ? <span className="quiet">None</span> : content;
}
