import { Failure } from '../api.ts';

/** Has the browser save a text or the bytes of a file. */
export function save(name: string, content: string | Blob, type = 'text/csv;charset=utf-8'): void {
  const blob = typeof content === 'string' ? new Blob([content], { type }) : content;
  const url = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url));
}

/** How much of a file has arrived: bytes read, and of how many; null where the server does not say. */
type Arrived = { read: number; of: number | null };

/**
 * Loads a file, and says what the server calls it. Throws a Failure with the server’s own words where it is refused, and
 * what `fetch` throws where it is stopped.
 */
export async function loadFile(
  url: string,
  { signal, onProgress }: { signal: AbortSignal; onProgress: (arrived: Arrived) => void },
): Promise<{ name: string; blob: Blob }> {
  const response = await fetch(url, { signal }).catch((error) => {
    throw signal.aborted ? error : new Failure(0, 'The server cannot be reached.');
  });
  if (!response.ok || !response.body) {
    const problem = await response.json().catch(() => null);
    throw new Failure(
      response.status,
      problem?.message ?? `The server answered ${response.status}.`,
      problem?.details,
    );
  }
  const length = Number(response.headers.get('content-length'));
  const pieces: BlobPart[] = [];
  let read = 0;
  const reader = response.body.getReader();
  for (let piece = await reader.read(); !piece.done; piece = await reader.read()) {
    pieces.push(piece.value);
    read += piece.value.length;
    onProgress({ read, of: length > 0 ? length : null });
  }
  const type = response.headers.get('content-type') ?? 'application/octet-stream';
  return { name: nameIn(response.headers.get('content-disposition')), blob: new Blob(pieces, { type }) };
}

/** The name a server gives a file it sends. */
const nameIn = (header: string | null) => /filename="([^"]+)"/.exec(header ?? '')?.[1] ?? 'download';
