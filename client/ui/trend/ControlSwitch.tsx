import { Choice } from '../Choice.tsx';
import { useParameter } from './address.ts';

const CHARTS = [
  { id: 'trend', name: 'Trend' },
  { id: 'control', name: 'Control chart' },
] as const;

/** Whether the address asks for control charts, and how to ask for them or not. */
export function useControl(): [on: boolean, set: (on: boolean) => void] {
  const [asked, set] = useParameter('chart');
  return [asked === 'control', (on) => set(on ? 'control' : null)];
}

/** The switch between trends and control charts. */
export const ControlSwitch = ({ on, onChange }: { on: boolean; onChange: (on: boolean) => void }) => (
  <Choice
    label="Show as"
    options={CHARTS}
    value={on ? 'control' : 'trend'}
    onChange={(chosen) => onChange(chosen === 'control')}
  />
);
