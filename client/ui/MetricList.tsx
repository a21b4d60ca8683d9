import { Link } from 'wouter';
import type { Catalogue, CatalogueMetric } from '../../data/contract/index.ts';
import type { Grain } from '../../data/periods.ts';
import { asSentence, periodBrief } from '../../data/text/words.ts';
import { GRAIN_NAMES } from './PeriodPicker.tsx';

const LEVEL_NAMES = [
  ['ccg', 'CCGs'],
  ['icb', 'ICBs'],
  ['alliance', 'Alliances'],
  ['alliance-today', 'Alliances of today'],
  ['own', 'own areas'],
  ['region', 'regions'],
  ['england', 'England'],
] as const;

/** The measures by pathway area: what each says, for which areas and periods, and a link to its page. */
export function MetricList({ catalogue }: { catalogue: Catalogue }) {
  return catalogue.pathway.map((pathway) => {
    const own = catalogue.metrics.filter((each) => each.pathway === pathway.id);
    return own.length === 0 ? null : (
      <section key={pathway.id} aria-labelledby={`metrics-${pathway.id}`}>
        <h2 id={`metrics-${pathway.id}`}>{pathway.name}</h2>
        <ul className="metric-list">
          {own.map((each) => (
            <li key={each.id}>
              <p>
                <Link href={`/metrics/${each.id}`}>{each.label}</Link>
              </p>
              <p>{asSentence(each.phrase)}</p>
              <p className="quiet">{extent(each)}</p>
            </li>
          ))}
        </ul>
      </section>
    );
  });
}

/** For which areas and when: `CCGs, Alliances, regions, England. Years 2016/17 to 2020/21, quarters …`. */
function extent({ periods }: CatalogueMetric): string {
  const filled = periods.filter((each) => each.periods.length > 0);
  const levels = LEVEL_NAMES.filter(([id]) => filled.some(({ level }) => level === id));
  const [finest] = levels[0] ?? [];
  const spans = filled
    .filter(({ level }) => level === finest)
    .reverse()
    .map(spanOf);
  if (levels.length === 0) return 'No figures are loaded.';
  return `${levels.map(([, name]) => name).join(', ')}. ${spans.join('. ')}.`;
}

function spanOf({ grain, periods }: CatalogueMetric['periods'][number]): string {
  const [first = '', last = ''] = [periods[0], periods.at(-1)];
  const name = GRAIN_NAMES[grain as Grain] ?? grain;
  if (first === last) return periodBrief(first);
  return `${name}: ${periodBrief(first)} to ${periodBrief(last)}`;
}
