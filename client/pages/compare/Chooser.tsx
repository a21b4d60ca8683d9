import { useMemo, useRef, useState } from 'react';
import type { Areas } from '../../../data/contract/index.ts';
import { briefName, periodBrief } from '../../../data/text/figure.ts';
import type { Place } from '../../charts/compare/places.ts';
import { AddArea } from './AddArea.tsx';
import { AddMany } from './AddMany.tsx';
import { allianceBatches, type Batch, similarBatches, withMore, withSuccessors } from './more.ts';
import { MOST_AREAS } from './view.ts';

type Props = {
  areas: Areas;
  places: readonly Place[];
  chosen: readonly Place[];
  period: string;
  onChange: (areas: readonly string[]) => void;
};

/** Which areas stand side by side: each can be taken out, others added one by one or many at once. */
export function Chooser({ areas, places, chosen, period, onChange }: Props) {
  const [said, setSaid] = useState('');
  const count = useRef<HTMLParagraphElement>(null);
  const ids = chosen.map(({ area }) => area);
  const similar = useMemo(() => similarBatches(chosen, areas), [chosen, areas]);
  const alliances = useMemo(() => allianceBatches(areas), [areas]);
  const followed = useMemo(() => withSuccessors(chosen, areas, period), [chosen, areas, period]);
  const change = (next: readonly string[], words: string) => {
    setSaid(words);
    onChange(next);
  };
  const add = (batch: Pick<Batch, 'name' | 'areas'>) => {
    const found = withMore(ids, batch);
    if ('refusal' in found) return setSaid(found.refusal);
    const more = found.areas.length - ids.length;
    change(found.areas, more === 0 ? `${batch.name}: all chosen already.` : `${batch.name}: ${more} added.`);
  };
  const nameOf = (area: string) => places.find((place) => place.area === area)?.name ?? area;
  return (
    <section className="chooser card" aria-label="Areas to compare">
      <p className="count" tabIndex={-1} ref={count}>
        <b>
          {ids.length} of at most {MOST_AREAS} areas
        </b>
      </p>
      {chosen.length > 0 && (
        <ul className="chips" aria-label="Chosen areas">
          {chosen.map(({ area, name }) => (
            <li key={area}>
              {briefName(name)}{' '}
              <button
                type="button"
                aria-label={`Take ${name} out`}
                onClick={() => {
                  change(
                    ids.filter((each) => each !== area),
                    `${name} taken out.`,
                  );
                  count.current?.focus();
                }}
              >
                ×
              </button>
            </li>
          ))}
        </ul>
      )}
      <AddArea
        areas={areas}
        places={places}
        chosen={chosen}
        onAdd={(area) => add({ name: nameOf(area), areas: [area] })}
      />
      <div className="many">
        <AddMany
          label="A chosen CCG"
          batches={similar}
          words={({ name }) =>
            similar.length > 1
              ? 'Add its ten most similar CCGs'
              : `Add the ten CCGs most similar to ${briefName(name)}`
          }
          onAdd={(batch) => add({ ...batch, name: `The ten most similar to ${batch.name}` })}
        />
        <AddMany
          label="An Alliance"
          batches={alliances}
          words={(batch) => `Add all ${batch.areas.length} CCGs of it`}
          onAdd={(batch) => add({ ...batch, name: `The CCGs of ${batch.name}` })}
        />
      </div>
      {followed && (
        <p>
          <button
            type="button"
            className="button"
            onClick={() =>
              change(followed.slice(0, MOST_AREAS), 'Successors put in the place of merged CCGs.')
            }
          >
            Put their successors in the place of CCGs that had merged by {periodBrief(period)}
          </button>
        </p>
      )}
      <p role="status" className="said">
        {said}
      </p>
    </section>
  );
}
