import { SOURCES } from '../../../data/sources.ts';
import { FOREVER, REVALIDATE } from '../answer.ts';
import { MEANING_OF, type ProblemCode, STATUS_OF } from '../problem.ts';
import type { Endpoint } from './endpoints.ts';
import { code, escaped, type Part, table } from './html.ts';

/** How the data are versioned, what may be kept, and how to ask whether it still holds. */
export function versions(origin: string, endpoints: readonly Endpoint[]): Part {
  const downloads = endpoints.filter(({ others }) => others.length > 0);
  const [first] = downloads.flatMap(({ others }) => others);
  const stable = first
    ? `<p>A download also has an address for each data version, such as ${code(first.path)}. While that version is served,
its answer never changes (<code>${FOREVER}</code>); once another has taken its place it is refused with
<code>unknown_version</code>, rather than answered with other figures. <code>latest</code> stands for the version being
served.</p>`
    : '';
  const url = `${origin}/api/catalogue`;
  return {
    id: 'versions',
    heading: 'Versions and caching',
    body: `<p>Every JSON reply carries <code>dataVersion</code>, a name made from the data themselves. For as long as it stays the same,
so does every answer. Name it when you quote a figure.</p>
<p>Every kept answer has a strong <code>ETag</code> and is sent with <code>${REVALIDATE}</code>: keep it, and ask whether it
still holds with <code>If-None-Match</code>. Where it does, the reply is 304, without a body. curl does so by itself:</p>
<pre data-language="curl"><code>curl --silent --show-error --fail --etag-save catalogue.etag --etag-compare catalogue.etag --output catalogue.json '${escaped(url)}'</code></pre>
${stable}
<p>Replies are compressed with Brotli or gzip for whoever accepts that.</p>`,
  };
}

/** Every code with which a request can be refused. */
export function problems(): Part {
  const rows = (Object.keys(STATUS_OF) as ProblemCode[]).map((each) => [
    code(each),
    String(STATUS_OF[each]),
    escaped(MEANING_OF[each]),
  ]);
  return {
    id: 'problems',
    heading: 'When a question cannot be answered',
    body: `<p>The reply is <code>{"code", "message", "details"}</code>: a word for a program, a sentence for a person, and, where there
are any, the nearest or the allowed values.</p>${table('Codes', ['Code', 'Status', 'Meaning'], rows)}`,
  };
}

/** How often one reader may ask; `perSecond` 0: as often as they like. */
export const rate = (perSecond: number): Part => ({
  id: 'rate',
  heading: 'Rate limit',
  body:
    perSecond > 0
      ? `<p>One address may ask ${perSecond} times a second, twice as often in a burst. Beyond that the reply is 429 with
<code>Retry-After</code>. No key is needed.</p>`
      : '<p>This server sets no limit to how often it may be asked. No key is needed.</p>',
});

/** Under which licence the figures are, and whom to name. */
export function licence(): Part {
  const { illustrative: _, ...published } = SOURCES;
  const sources = Object.values(published);
  const publishers = [...new Set(sources.map(({ publisher }) => publisher))].map((publisher) => [
    escaped(publisher),
    [
      ...new Set(
        sources
          .filter((source) => source.publisher === publisher)
          .map(({ publication }) => escaped(publication)),
      ),
    ].join('<br>'),
  ]);
  return {
    id: 'licence',
    heading: 'Licence and attribution',
    body: `<p>Figures, names and codes come from publications of public bodies, under the
<a href="https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/">Open Government Licence v3.0</a>: use
them freely, and name the publisher, the publication and the licence. ${code('/api/catalogue')} names them for each metric,
${code('/api/sources/:metric/:area/:period')} for each figure, ${code('/api/boundaries/:layer')} for each map.</p>
${table('Whom to name', ['Publisher', 'Publications'], publishers)}
<p>What is marked <code>derived</code> is our own sum, and what is marked <code>illustrative</code> was published by nobody: neither is
an official statistic, and no publisher endorses this service.</p>`,
  };
}
