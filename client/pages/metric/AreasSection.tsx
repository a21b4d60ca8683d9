import type { ReactNode } from 'react';
import type { MethodId } from '../../../data/text/methods.ts';
import type { Choosing, PickSpec } from '../../charts/kit/pointing.ts';
import { DataTable, type TableProps } from '../../ui/DataTable.tsx';
import { Picture } from '../../ui/Picture.tsx';
import { ReadOut } from '../../ui/ReadOut.tsx';
import { Section } from '../../ui/Section.tsx';
import { Tipped } from '../../ui/tip/Tipped.tsx';
import { areaWords, UseThis } from './shared.tsx';
import type { Shown } from './shown.ts';

/** How the points of a chart are read. */
const READ_HINT =
  'Point at one to read it here, or go to the chart with Tab and from one to the next with the arrow keys; Enter or a tap keeps it.';

type Props<Row> = {
  shown: Shown;
  id: 'funnel' | 'ranked';
  subject: string;
  /** What it found. */
  heading: string;
  method: MethodId;
  /** How it is to be read, in sentences. */
  words: ReactNode;
  /** What is written over the chart, and how high it is where there is little room and where there is more. */
  title: string;
  heights: readonly [narrow: number, wide: number];
  chart: (props: { spec: PickSpec } & Choosing) => ReactNode;
  /** What the chart is called where it is taken away. */
  of: string;
  before?: ReactNode;
  children?: ReactNode;
  table: Omit<TableProps<Row>, 'keyOf' | 'areas' | 'chosen'>;
  /** Whether the table stands open under the chart. */
  isOpen?: boolean;
};

const NARROW = 560;

/** Every area of a metric in a chart: read beside the pointer and over it, one chosen, with its table and its files. */
export function AreasSection<Row extends { area: string }>(props: Props<Row>) {
  const { shown, id, subject, heading, method, words, title, heights, chart, before, children } = props;
  const { page, metric, spread, snapshot, picked, go } = shown;
  return (
    <Section id={id} subject={subject} title={heading} method={method}>
      <p className="prose">{words}</p>
      <Picture
        before={
          <>
            {before}
            <ReadOut snapshot={snapshot} chosen={page.area} hint={READ_HINT} />
          </>
        }
        chart={(width) => (
          <Tipped words={areaWords(snapshot)}>
            {chart({
              spec: {
                metric,
                width,
                height: heights[width < NARROW ? 0 : 1],
                title,
                picked,
                selected: page.area,
                against: spread.against,
              },
              onSelect: (area) => go({ area: area === page.area ? '' : area }, true),
            })}
          </Tipped>
        )}
        table={<DataTable {...props.table} keyOf={({ area }) => area} areas="rows" chosen={page.area} />}
        isOpen={props.isOpen}
        use={<UseThis chart={id} of={props.of} {...shown} />}
      >
        {children}
      </Picture>
    </Section>
  );
}
