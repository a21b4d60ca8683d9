import { CONFIDENCES } from '../../data/addresses/choices.ts';
import { Choice, type Option } from './Choice.tsx';

type Confidence = (typeof CONFIDENCES)[number];
type ConfidenceProps = { value: Confidence; onChange: (value: Confidence) => void };

/** How sure a difference must be to be called one. */
export const ConfidenceChoice = ({ value, onChange }: ConfidenceProps) => (
  <Choice
    label="Confidence"
    options={CONFIDENCES.map((id) => ({ id, name: `${id}%` }))}
    value={value}
    onChange={onChange}
  />
);

type AgainstProps = {
  options: readonly Option<string>[];
  value: string;
  /** What the server calls a benchmark that is none of the options. */
  name: string;
  onChange: (value: string) => void;
};

/** What figures are compared with; a benchmark that only the address names is offered too. */
export const AgainstChoice = ({ options, value, name, onChange }: AgainstProps) => (
  <Choice
    label="Compared with"
    options={options.some(({ id }) => id === value) ? options : [...options, { id: value, name }]}
    value={value}
    onChange={onChange}
  />
);
