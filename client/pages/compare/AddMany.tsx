import { useId, useState } from 'react';
import type { Batch } from './more.ts';

type Props = {
  label: string;
  batches: readonly Batch[];
  /** What the button says it adds of the one chosen. */
  words: (batch: Batch) => string;
  onAdd: (batch: Batch) => void;
};

/** Areas added together: of which one, where there are several, and a button that says what it adds. */
export function AddMany({ label, batches, words, onAdd }: Props) {
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
