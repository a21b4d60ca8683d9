import { openForBuilding, setVariable } from '../build/database.ts';
import type { FigureFiles } from '../build/inputs.ts';
import type { Taken } from '../ingest/index.ts';
import type { Wait } from '../ingest/reading.ts';

const FINALS = `SELECT DISTINCT file, metric, period, grp
FROM read_csv(getvariable('waits'), header = true, all_varchar = true, quote = '"', escape = '"')
WHERE status = 'published'`;

/**
 * What was read, without the provisional figures of which final ones are held: a later provisional file never replaces a
 * final one. They are counted among what was left.
 */
export async function withoutLesser(read: readonly Taken[], figures: FigureFiles) {
  if (!read.some(({ reading }) => reading.waits.some(({ status }) => status === 'provisional'))) return read;
  const { connection, close } = await openForBuilding();
  const finals = new Set<string>();
  try {
    await setVariable(connection, 'waits', figures.waits);
    const found = await connection.runAndReadAll(FINALS);
    for (const [file, metric, period, grp] of found.getRows()) {
      finals.add(`${file} ${period}`);
      finals.add(`${metric} ${period} ${grp}`);
    }
  } finally {
    close();
  }
  const lesser = ({ status, file, metric, period, grp }: Wait) =>
    status === 'provisional' && (finals.has(`${file} ${period}`) || finals.has(`${metric} ${period} ${grp}`));
  return read.map((taken) => {
    const waits = taken.reading.waits.filter((wait) => !lesser(wait));
    const count = taken.reading.waits.length - waits.length;
    if (count === 0) return taken;
    const left = {
      count,
      what: 'provisional figures',
      why: 'final ones of the same months are held; --replace-final takes these in their place',
    };
    const reading = { ...taken.reading, waits, left: [...taken.reading.left, left] };
    return { ...taken, reading, manifest: { ...taken.manifest, rows: taken.manifest.rows - count } };
  });
}
