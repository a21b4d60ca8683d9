import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { Type } from 'typebox';
import { asked, DataVersion } from '../../../data/contract/index.ts';
import type { Dataset } from '../../dataset/dataset.ts';
import { ROOT } from '../../dataset/root.ts';
import { ProblemError } from '../../http/problem.ts';
import { nothing, question } from '../question.ts';

const LAYERS = ['ccg', 'alliance', 'hex', 'icb', 'alliance-today', 'icb-hex'] as const;
type Layer = (typeof LAYERS)[number];

/** The file of each layer, and the objects that are taken from it. */
const FILES: Record<Layer, { file: string; objects: readonly string[] }> = {
  ccg: { file: 'ccg.topo.json', objects: ['ccg'] },
  alliance: { file: 'ccg.topo.json', objects: ['alliance', 'region'] },
  hex: { file: 'hex.topo.json', objects: ['ccg', 'alliance', 'region'] },
  icb: { file: 'icb.topo.json', objects: ['icb'] },
  'alliance-today': { file: 'icb.topo.json', objects: ['alliance-today'] },
  'icb-hex': { file: 'icb-hex.topo.json', objects: ['icb', 'alliance-today'] },
};

const ATTRIBUTION: Record<Layer, string> = {
  ccg: 'Source: Office for National Statistics licensed under the Open Government Licence v3.0. Contains OS data © Crown copyright and database right 2016. Generalised.',
  alliance:
    'Source: Office for National Statistics licensed under the Open Government Licence v3.0. Contains OS data © Crown copyright and database right 2016. Generalised; merged by Annex i.',
  hex: 'Hexagons of equal size, one for each CCG, placed near its true position: our own layout.',
  icb: 'Source: Office for National Statistics licensed under the Open Government Licence v3.0. Contains OS data © Crown copyright and database right 2023. Generalised.',
  'alliance-today':
    'Source: Office for National Statistics licensed under the Open Government Licence v3.0. Contains OS data © Crown copyright and database right 2023. Generalised; ICBs merged into today’s Cancer Alliances.',
  'icb-hex': 'Hexagons of equal size, one for each ICB, placed near its true position: our own layout.',
};

type Topology = { type: 'Topology'; objects: Record<string, unknown>; arcs: unknown[] };

async function boundaries({ version }: Dataset, { layer }: { layer: Layer }) {
  const { file, objects } = FILES[layer];
  const text = await readFile(path.join(ROOT, 'data/boundaries', file), 'utf8').catch(() => null);
  if (text === null)
    throw new ProblemError(
      'no_data',
      `There is no file data/boundaries/${file}; run npm run data -- boundaries`,
    );
  const topology = JSON.parse(text) as Topology;
  const chosen = Object.entries(topology.objects).filter(([name]) => objects.includes(name));
  return {
    ...topology,
    objects: Object.fromEntries(chosen),
    query: { layer },
    dataVersion: version,
    attribution: ATTRIBUTION[layer],
  };
}

export const boundariesQuestion = question({
  path: '/api/boundaries/:layer',
  summary:
    'Boundaries of December 2016, or of the ICBs of 2023, as TopoJSON in metres of the British National Grid (EPSG:27700), or as hexagons.',
  parameters: Type.Object(
    {
      layer: Type.Enum([...LAYERS], {
        description:
          'ccg, alliance (with regions) or hex of Annex i; icb, alliance-today or icb-hex of today’s organisations',
      }),
    },
    { additionalProperties: false },
  ),
  query: nothing,
  reply: Type.Object({
    type: Type.Literal('Topology', { description: 'What TopoJSON begins with' }),
    objects: Type.Record(Type.String(), Type.Unknown(), {
      description: 'The layers: their shapes, each with the id of its area',
    }),
    arcs: Type.Array(Type.Unknown(), { description: 'The lines that shapes share' }),
    query: asked(Type.Object({ layer: Type.String({ description: 'The layer' }) })),
    dataVersion: DataVersion,
    attribution: Type.String({ description: 'What to print beside a map made from it' }),
  }),
  examples: ['/api/boundaries/ccg', '/api/boundaries/hex'],
  answer: boundaries,
});
