import type { Catalogue } from '../../../data/contract/index.ts';
import type { Grain } from '../../../data/periods.ts';
import { Choice, type Option } from '../Choice.tsx';

export const GRAIN_CHOICES = [
  { id: 'month', name: 'Months' },
  { id: 'quarter', name: 'Quarters' },
  { id: 'year', name: 'Years' },
] as const;
type Choices = readonly Option<(typeof GRAIN_CHOICES)[number]['id']>[];

/** The lengths of period that a metric has figures in, where there are months; none where there are not. */
export function grainChoices(catalogue: Catalogue | undefined, metric: string): Choices {
  const periods = catalogue?.metrics.find(({ id }) => id === metric)?.periods ?? [];
  const has = (grain: Grain) => periods.some((each) => each.grain === grain && each.periods.length > 0);
  return has('month') ? GRAIN_CHOICES.filter(({ id }) => has(id)) : [];
}

type Props = {
  options: Choices;
  value: Grain;
  onChange: (to: (typeof GRAIN_CHOICES)[number]['id']) => void;
};

/** The choice between months, quarters and years; nothing where there is none. */
export function GrainSwitch({ options, value, onChange }: Props) {
  const chosen = options.find(({ id }) => id === value);
  if (options.length < 2 || !chosen) return null;
  return <Choice label="By" options={options} value={chosen.id} onChange={onChange} />;
}
