import { useId } from 'react';
import type { CatalogueMetric } from '../../data/contract/index.ts';
import { metric as metricOf } from '../../data/metrics/index.ts';
import type { MapLevel } from '../../data/metrics/types.ts';
import { areasNoun } from '../../data/text/words.ts';
import { periodsAt } from '../url.ts';

const GEOGRAPHIES: readonly { name: string; levels: readonly MapLevel[]; about: string }[] = [
  {
    name: 'Annex i, 2016',
    levels: ['ccg', 'alliance'],
    about: 'the CCGs and Alliances that NHS England set out in December 2016',
  },
  {
    name: 'Today',
    levels: ['icb', 'alliance-today'],
    about: 'the Integrated Care Boards (ICBs) and Cancer Alliances of today',
  },
];

type Props = {
  /** The metric shown; null where every level can be chosen. */
  entry: CatalogueMetric | undefined | null;
  value: MapLevel;
  onChange: (level: MapLevel) => void;
};

/** Between which areas a metric is shown, of 2016 or of today; a level without figures cannot be chosen, and it says so. */
export function AreasChoice({ entry, value, onChange }: Props) {
  const id = useId();
  const isMissing = (level: MapLevel) => entry !== null && periodsAt(entry, level).length === 0;
  const missing = GEOGRAPHIES.flatMap(({ levels }) => levels).filter(isMissing);
  const chosen = GEOGRAPHIES.find(({ levels }) => levels.includes(value));
  return (
    <div className="areas-choice">
      {GEOGRAPHIES.map(({ name, levels }) => (
        <fieldset key={name} className="choice" aria-describedby={id}>
          <legend>Areas: {name}</legend>
          <div>
            {levels.map((level) => (
              <label key={level}>
                <input
                  type="radio"
                  name={`${id}-level`}
                  checked={level === value}
                  disabled={isMissing(level)}
                  onChange={() => onChange(level)}
                />
                <span>{areasNoun(level, 2)}</span>
              </label>
            ))}
          </div>
        </fieldset>
      ))}
      <p id={id} className="quiet">
        {chosen && `${chosen.name}: ${chosen.about}.`}{' '}
        {entry && missing.length > 0 && (
          <>
            {metricOf(entry.id).label} has no figures by{' '}
            {missing.map((level) => areasNoun(level, 1)).join(' or ')}.
          </>
        )}
      </p>
    </div>
  );
}
