import { expect } from 'vitest';
import { Findings } from '../../../../data/contract/index.ts';
import { builtApp } from '../../app.ts';
import { ask, expectShape } from '../../inject.ts';

/** The app of the built database, its answers remembered as they were read. */
export async function asking() {
  const app = await builtApp();
  const bodies = new Map<string, unknown>();
  async function get<Reply>(url: string): Promise<Reply> {
    if (!bodies.has(url)) {
      const { status, text, body } = await ask(app, url);
      expect(status, `${url} ${text.slice(0, 300)}`).toBe(200);
      bodies.set(url, body);
    }
    return bodies.get(url) as Reply;
  }
  async function findings(query: string): Promise<Findings> {
    const reply = await get<Findings>(`/api/findings?${query}`);
    expectShape(Findings, reply);
    return reply;
  }
  const alliances = async () => {
    const areas = await get<{ alliances: { area: string }[] }>('/api/areas');
    return areas.alliances.map(({ area }) => area);
  };
  return { app, get, findings, alliances, forget: () => bodies.clear() };
}
