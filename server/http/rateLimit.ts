import { isOwn } from './reader.ts';

const MAX_CLIENTS = 10_000;

type Bucket = { tokens: number; at: number };

/**
 * A rate limit by client: so many requests a second, twice as many in a burst. Requests from this machine itself are
 * not counted: they are its user's own, or come through a proxy that knows the clients. The oldest clients are
 * forgotten first.
 */
export function rateLimit(perSecond: number, now: () => number = () => performance.now()) {
  const buckets = new Map<string, Bucket>();
  const burst = 2 * perSecond;
  return (client: string): boolean => {
    if (perSecond <= 0 || isOwn(client)) return true;
    const at = now();
    let bucket = buckets.get(client);
    if (!bucket) {
      const oldest = buckets.size >= MAX_CLIENTS ? buckets.keys().next().value : undefined;
      if (oldest !== undefined) buckets.delete(oldest);
      bucket = { tokens: burst, at };
      buckets.set(client, bucket);
    }
    bucket.tokens = Math.min(burst, bucket.tokens + ((at - bucket.at) / 1000) * perSecond);
    bucket.at = at;
    if (bucket.tokens < 1) return false;
    bucket.tokens--;
    return true;
  };
}
