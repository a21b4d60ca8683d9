import type { Reading } from './readings.ts';

const GAP = 12;

type Props = { reading: Reading; at: number; top: number; width: number };

/** What one period says, in words beside its place: on the side with more room, and no wider than that. */
export function Readout({ reading: { period, lines }, at, top, width }: Props) {
  const right = at < width / 2;
  const place = right
    ? { left: at + GAP, maxWidth: width - at - GAP }
    : { right: width - at + GAP, maxWidth: at - GAP };
  return (
    <div className="readout" style={{ top, ...place }}>
      <b>{period}</b>
      {lines.map((line) => (
        <span key={line}>{line}</span>
      ))}
    </div>
  );
}
