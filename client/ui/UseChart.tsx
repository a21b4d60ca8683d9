import { useId, useState } from 'react';
import { chartUrl } from '../../data/addresses/api.ts';
import type { ChartId } from '../../data/contract/index.ts';
import { escaped } from '../../data/text/markup.ts';
import { useCopy } from './useCopy.ts';

type Props = {
  chart: ChartId;
  /** The chart’s query, as data/contract/charts.ts lists it; what is empty or at its default is left out. */
  query: Readonly<Record<string, string | undefined>>;
  /** What the chart is of, for the names of the links and the embedded picture. */
  of: string;
};

const PICTURES = [
  { scale: '2', name: 'PNG', meaning: 'for a page or a slide' },
  { scale: '3', name: 'Large PNG', meaning: 'for print' },
] as const;

/** Ways to take a chart away whole: pictures, drawing, numbers, link, and what to put into another page. */
export function UseChart({ chart, query, of }: Props) {
  const [open, setOpen] = useState(false);
  const named = <span className="hidden"> of {of}</span>;
  return (
    <details className="use-chart" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>Use this chart{named}</summary>
      <p className="note">
        Each holds the title, the notes, the source, the licence and the data version, and is the same
        whatever the size of your window.
      </p>
      <ul>
        {PICTURES.map(({ scale, name, meaning }) => (
          <li key={scale}>
            <a href={chartUrl(chart, 'png', { ...query, scale: scale === '2' ? '' : scale })} download>
              {name}
              {named}
            </a>{' '}
            {meaning}
          </li>
        ))}
        <li>
          <a href={chartUrl(chart, 'svg', query)} download>
            SVG{named}
          </a>{' '}
          to edit: words are text, shapes are shapes
        </li>
        <li>
          <a href={chartUrl(chart, 'csv', query)} download>
            CSV{named}
          </a>{' '}
          exactly the numbers drawn
        </li>
      </ul>
      {open && <Copies chart={chart} query={query} of={of} />}
    </details>
  );
}

/** The link to the view and the snippet for another page, each to be copied. */
function Copies({ chart, query, of }: Props) {
  const id = useId();
  const [state, copy] = useCopy('select the text and copy it');
  const page = window.location.href;
  const picture = new URL(chartUrl(chart, 'svg', query), page).href;
  const snippet = `<a href="${escaped(page)}"><img src="${escaped(picture)}" alt="${escaped(of)}" width="1000"></a>`;
  return (
    <>
      <p>
        <button type="button" className="button" onClick={() => copy(page, 'Link')}>
          Copy link<span className="hidden"> to {of}</span>
        </button>{' '}
        <button type="button" className="button" onClick={() => copy(snippet, 'Snippet')}>
          Copy embed snippet<span className="hidden"> of {of}</span>
        </button>{' '}
        <span role="status">{state}</span>
      </p>
      <label htmlFor={id}>To put into another page</label>
      <textarea id={id} readOnly rows={3} value={snippet} onFocus={(event) => event.currentTarget.select()} />
    </>
  );
}
