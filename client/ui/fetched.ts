import { Failure } from '../api.ts';

/** How far a file has come: bytes read, and of how many, where the server says. */
export type Coming = { read: number; of: number | null };

/** The name a server gives a file it sends. */
const nameIn = (header: string | null) => /filename="([^"]+)"/.exec(header ?? '')?.[1] ?? 'download';

/** A file at an address, with what it is called. Throws a Failure with the server's own words where it is refused. */
export async function fetched(
  url: string,
  { signal, onProgress }: { signal: AbortSignal; onProgress: (coming: Coming) => void },
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
