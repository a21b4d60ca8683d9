import type { ChangedFigure, Changes } from '../../../data/contract/changes.ts';
import { groupLabel } from '../../../data/metrics/groups.ts';
import { metric as metricOf } from '../../../data/metrics/index.ts';
import { formatCount, formatValue } from '../../../data/text/format.ts';
import { periodBrief, plural } from '../../../data/text/words.ts';
import { nothing } from '../../questions/question.ts';
import { reply } from '../../questions/reply.ts';
import { file } from '../file.ts';

const LISTED = 20;

const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

/** The loads of a user's files as an Atom feed (RFC 4287): an entry for each, with the figures that it revised most. */
export const changesFeed = file({
  path: '/api/changes.atom',
  summary:
    'What each load changed, as a feed (Atom): the same as /api/changes, the largest revisions in words.',
  parameters: nothing,
  query: nothing,
  type: 'application/atom+xml; charset=utf-8',
  linked: true,
  examples: ['/api/changes.atom'],
  async make({ dataset, origin }) {
    const { loads } = await reply(dataset, 'changes', {});
    const updated = loads[0]?.at ?? dataset.builtAt;
    return {
      name: 'changes.atom',
      inline: true,
      body: `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom">
<id>${escaped(origin)}/api/changes.atom</id>
<title>Cancer outcomes in England: what changed in the figures</title>
<updated>${escaped(updated)}</updated>
<author><name>Cancer outcomes in England</name></author>
<link rel="self" href="${escaped(origin)}/api/changes.atom"/>
<link rel="alternate" href="${escaped(origin)}/data#changes"/>
${loads.map((load) => entry(load, origin)).join('\n')}
</feed>
`,
    };
  },
});

function entry(load: Changes['loads'][number], origin: string): string {
  const { added, revised, removed, version } = load;
  const title = `${plural(added, 'new figure')}, ${formatCount(revised)} revised, ${formatCount(removed)} taken away`;
  const lines = [
    ...load.files,
    `Data version ${load.versionBefore} became ${version}.`,
    ...load.changes.slice(0, LISTED).map(words),
  ];
  return `<entry>
<id>${escaped(origin)}/data?load=${load.load}&amp;at=${encodeURIComponent(load.at)}</id>
<title>${escaped(title)}</title>
<updated>${escaped(load.at)}</updated>
<link rel="alternate" href="${escaped(origin)}/data#changes"/>
<content type="text">${escaped(lines.join('\n'))}</content>
</entry>`;
}

function words(change: ChangedFigure): string {
  const metric = metricOf(change.metric);
  const group = change.group === 'all' ? '' : `, ${groupLabel(change.group)}`;
  const now = change.value === null ? 'no figure' : formatValue(metric, change.value);
  return `${metric.label}, ${change.name}, ${periodBrief(change.period)}${group}: ${formatValue(metric, change.valueBefore)} is now ${now}`;
}
