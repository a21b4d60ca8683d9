import { useState } from 'react';
import { packUrl } from '../../data/addresses/api.ts';
import { COMPARING_SLIDES, PACK_SLIDES } from '../../data/addresses/choices.ts';
import { periodWords } from '../../data/text/words.ts';
import type { ProgressView } from '../url.ts';
import { isMaking, LoadingState, useLoading } from './FileLoading.tsx';

type Props = ProgressView & {
  name: string;
  /** What the map of the page is coloured by, where that was chosen. */
  colour?: string;
  /** Whether it has but one CCG or ICB: nothing is compared then. */
  alone?: boolean;
};

/** Slides and workbook of an area for its board, made when asked for, with how far they have come. */
export function PackPanel({ area, period, name, colour = '', alone = false }: Props) {
  const offered = PACK_SLIDES.filter(({ id }) => !alone || !COMPARING_SLIDES.includes(id));
  const all: readonly string[] = offered.map(({ id }) => id);
  const [left, setLeft] = useState<readonly string[]>([]);
  const chosen = all.filter((id) => !left.includes(id));
  const { state, load, stop } = useLoading();
  const slides = chosen.length === all.length ? [] : chosen;
  const files = [
    { what: 'Slides (PowerPoint)', url: packUrl('pptx', { area, period }, slides, colour) },
    { what: 'Workbook (Excel)', url: packUrl('xlsx', { area, period }) },
  ];
  return (
    <section className="pack" aria-labelledby="pack">
      <h2 id="pack">For the board paper</h2>
      <p>
        The findings, ambitions, {alone ? 'trends, scorecard' : 'map, trends, scorecard, drivers'}, variation
        and progress of {name} as slides whose charts, tables and shapes can be edited, or as a workbook with
        a table on each sheet
        {period === '' ? '' : `, as at ${periodWords(period)}`}.
      </p>
      <p className="pack-files">
        {files.map(({ what, url }, index) => (
          <a
            key={what}
            className="button"
            href={url}
            download
            aria-disabled={index === 0 && chosen.length === 0}
            aria-busy={isMaking(state, what)}
            onClick={(event) => {
              event.preventDefault();
              if (index === 1 || chosen.length > 0) load(what, url);
            }}
          >
            {what}
            <span className="hidden"> of {name}</span>
          </a>
        ))}
      </p>
      <LoadingState state={state} stop={stop} />
      <details>
        <summary>
          Choose the slides: {chosen.length === all.length ? 'all' : `${chosen.length} of ${all.length}`}
        </summary>
        <fieldset>
          <legend className="hidden">Slides</legend>
          {offered.map((slide) => (
            <label key={slide.id}>
              <input
                type="checkbox"
                checked={chosen.includes(slide.id)}
                onChange={({ currentTarget }) =>
                  setLeft([
                    ...left.filter((id) => id !== slide.id),
                    ...(currentTarget.checked ? [] : [slide.id]),
                  ])
                }
              />{' '}
              {slide.name}
            </label>
          ))}
        </fieldset>
        {chosen.length === 0 && <p>Choose at least one slide.</p>}
      </details>
    </section>
  );
}
