import { useId, useMemo, useRef, useState } from 'react';
import type { Areas } from '../../../data/contract/index.ts';
import { briefName } from '../../../data/text/words.ts';
import type { Place } from '../../charts/compare/places.ts';
import { AddArea, Chips } from '../../ui/AddArea.tsx';
import { standing } from '../../ui/standing.ts';
import { MOST_AREAS } from '../../url.ts';

type Props = {
  areas: Areas;
  places: readonly Place[];
  chosen: readonly Place[];
  onChange: (areas: readonly string[]) => void;
};

/** Which areas stand side by side: each can be taken out, others added one by one or many at once. */
export function Chooser({ areas, places, chosen, onChange }: Props) {
  const [status, setStatus] = useState('');
  const count = useRef<HTMLParagraphElement>(null);
  const ids = chosen.map(({ area }) => area);
  const similar = useMemo(() => similarBatches(chosen, areas), [chosen, areas]);
  const alliances = useMemo(() => allianceBatches(areas), [areas]);
  const change = (next: readonly string[], words: string) => {
    setStatus(words);
    onChange(next);
  };
  const add = (batch: Pick<Batch, 'name' | 'areas'>) => {
    const found = withMore(ids, batch);
    if ('refusal' in found) return setStatus(found.refusal);
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
        <Chips
          label="Chosen areas"
          areas={chosen.map(({ area, name }) => ({ area, name, shown: briefName(name) }))}
          onRemove={({ area, name }) => {
            change(
              ids.filter((each) => each !== area),
              `${name} taken out.`,
            );
            count.current?.focus();
          }}
        />
      )}
      <AddArea
        areas={areas}
        offered={places.filter((place) => !ids.includes(place.area))}
        label="Add an area, by name or code"
        placeholder="A CCG, ICB, Alliance, region or England"
        noun="area"
        className="add-area"
        testId="add-area"
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
          words={({ areas: parts, noun }) => `Add all ${parts.length} ${noun}s of it`}
          onAdd={(batch) => add({ ...batch, name: `The ${batch.noun}s of ${batch.name}` })}
        />
      </div>
      <p role="status" className="said">
        {status}
      </p>
    </section>
  );
}

type ManyProps = {
  label: string;
  batches: readonly Batch[];
  /** What the button says, given the batch that it adds. */
  words: (batch: Batch) => string;
  onAdd: (batch: Batch) => void;
};

/** Areas added together: a choice of batches, where there are several, and a button that says what it adds. */
function AddMany({ label, batches, words, onAdd }: ManyProps) {
  const id = useId();
  const [wanted, setWanted] = useState('');
  const batch = batches.find((each) => each.id === wanted) ?? batches[0];
  if (!batch) return null;
  return (
    <div className="add-many">
      {batches.length > 1 && (
        <div className="field">
          <label htmlFor={id}>{label}</label>
          <select id={id} value={batch.id} onChange={(event) => setWanted(event.target.value)}>
            {batches.map((each) => (
              <option key={each.id} value={each.id}>
                {each.name}
              </option>
            ))}
          </select>
        </div>
      )}
      <button type="button" className="button" onClick={() => onAdd(batch)}>
        {words(batch)}
      </button>
    </div>
  );
}

/** Areas that can be added together, and what they are called. */
type Batch = { id: string; name: string; areas: readonly string[]; noun: 'CCG' | 'ICB' };

/** The ten most similar CCGs of each chosen CCG that has them. */
export const similarBatches = (chosen: readonly Place[], { ccgs }: Areas): Batch[] =>
  chosen.flatMap(({ area, level }) => {
    const ccg = level === 'ccg' ? ccgs.find((each) => each.area === area) : undefined;
    return ccg && ccg.similar.length > 0
      ? [{ id: area, name: ccg.name, areas: ccg.similar, noun: 'CCG' }]
      : [];
  });

/** The CCGs of every Alliance of Annex i, and the ICBs of each of today’s that has more than one. */
const allianceBatches = (areas: Areas): Batch[] => {
  const { alliances, alliancesToday, icbs } = areas;
  const now = new Set(standing(icbs, areas).map(({ area }) => area));
  return [
    ...alliances.map(({ area, name, ccgs }): Batch => ({ id: area, name, areas: ccgs, noun: 'CCG' })),
    ...alliancesToday.map(
      (each): Batch => ({
        id: each.area,
        name: `${each.name} (today)`,
        areas: each.icbs.filter((icb) => now.has(icb)),
        noun: 'ICB',
      }),
    ),
  ].filter(({ areas }) => areas.length > 1);
};

/** The chosen areas with more added, each once; or, in words, why so many cannot be. */
export function withMore(
  chosen: readonly string[],
  { name, areas }: Pick<Batch, 'name' | 'areas'>,
): { areas: string[] } | { refusal: string } {
  const all = [...new Set([...chosen, ...areas])];
  const more = all.length - chosen.length;
  if (all.length <= MOST_AREAS) return { areas: all };
  const out =
    more > MOST_AREAS
      ? 'They are too many to be told apart here; the page of their Alliance ranks them all.'
      : 'Take some out first.';
  return {
    refusal: `None was added: ${name} would bring ${more} more ${more === 1 ? 'area' : 'areas'}, ${all.length} in all, and at most ${MOST_AREAS} are compared. ${out}`,
  };
}
