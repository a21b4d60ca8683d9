/** A file asked for and read to its end: how long that took, and how large it is. Throws where it is refused. */
export async function fetched(url: string): Promise<{ milliseconds: number; bytes: number }> {
  const started = performance.now();
  const response = await fetch(url, { headers: { 'accept-encoding': 'identity' } });
  if (!response.ok || !response.body) throw new Error(`${url}: ${response.status} ${await response.text()}`);
  let bytes = 0;
  for await (const piece of response.body) bytes += (piece as Uint8Array).length;
  return { milliseconds: performance.now() - started, bytes };
}
