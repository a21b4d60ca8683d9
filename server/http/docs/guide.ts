import type { Comparison, Status, Verdict, Zone } from '../../../data/contract/index.ts';
import { type BASES, type Kind, LEVELS, type Level } from '../../../data/metrics/index.ts';
import { parsePeriod, periodLabel } from '../../../data/periods.ts';
import { SOURCES } from '../../../data/sources.ts';
import { FORMULA_RULE } from '../../../data/text/csv.ts';
import { FOREVER, REVALIDATE } from '../answer.ts';
import { MEANING_OF, type ProblemCode, STATUS_OF } from '../problem.ts';
import type { Endpoint } from './endpoints.ts';
import { code, codes, escaped, type Part, prose, table, terms } from './html.ts';

const STATUS_MEANS: Record<Status, string> = {
  published: 'The publisher’s figure, as it was published.',
  provisional: 'Published by the publisher as provisional: it may still be revised.',
  derived: 'Our own sum of published figures, such as a year’s or an Alliance’s; not an official statistic.',
  'inferred-period': 'Published without saying for which period; the period is inferred.',
  incomplete:
    'Probably incomplete: far below what is usual for the area, or a sum that lacks more than a fifth of the people to be expected. It is shown, and neither compared, ranked nor judged.',
  'no-patients':
    'Nobody was counted: no figure was published, and with the few people that are usual this can be so by chance. Its `value` is null, its counts are 0 and count as 0 in sums.',
  'missing-submission':
    'A gap: nothing was published though people are usual, so that a submission is probably missing; in a sum it makes a gap where it is more than 2% of the people to be expected. Its `value` is null.',
  suppressed: 'A gap: the publisher withheld it, as too few people are counted. Its `value` is null.',
  'not-published': 'A gap: the publisher has no figure for the area and period. Its `value` is null.',
};

const COMPARISON_MEANS: Record<Comparison, string> = {
  better: 'The interval leaves the benchmark out, on the good side.',
  similar: 'The interval holds the benchmark: chance alone may make the difference.',
  worse: 'The interval leaves the benchmark out, on the bad side.',
  higher: 'The interval lies above the benchmark; neither side of this metric is good or bad.',
  lower: 'The interval lies below the benchmark; neither side is good or bad.',
  'not-compared':
    '`comparisonReason` says why: no figure or one that is probably incomplete, no interval, or the area is the benchmark itself.',
};

const VERDICT_MEANS: Record<Verdict, string> = {
  met: 'The whole 95% interval reaches the target.',
  'not-met': 'The whole 95% interval falls short of it.',
  'not-sure': 'The 95% interval spans the target, or is not known.',
  'no-target':
    'No standard holds in the period, or there is no figure to hold to it, or one that is probably incomplete. Ambitions are national: for an area they are no pass mark.',
};

const ZONE_MEANS: Record<Zone, string> = {
  'low-998': 'Below the lower 99.8% limit of the funnel.',
  'low-95': 'Between the lower 99.8% and 95% limits.',
  inside: 'Inside the 95% limits.',
  'high-95': 'Between the upper 95% and 99.8% limits.',
  'high-998': 'Above the upper 99.8% limit.',
};

const BASIS_MEANS: Record<(typeof BASES)[number], string> = {
  standard: 'A standard to be met in every period: national, or that of whoever declared the metric.',
  ambition: 'A value to be reached by a year.',
  direction: 'A direction without a number.',
  variation: 'Less difference between areas.',
};

const KIND_MEANS: Record<Kind, string> = {
  proportion: 'A number from 0 to 1: 0.817 is 81.7%. Numerator and denominator come with it.',
  index: 'A modelled percentage from 0 to 100: 68.2 is 68.2%.',
  rate: 'A number per 100,000 people.',
  mean: 'A mean score on the scale that the metric’s unit names.',
  score:
    'A number from 0 to 1 that is published as a whole percentage: 0.79 is 79%. No counts come with it; its denominator is the people who answered.',
};

const LEVEL_MEANS: Record<Level, string> = {
  england: '`england`.',
  region: 'A region of NHS England, by an id such as `region-north`.',
  alliance: 'A Cancer Alliance, by an id such as `greater-manchester`.',
  ccg: 'A clinical commissioning group, by its NHS code: `08C`.',
  icb: 'An Integrated Care Board, by its NHS code: `QWO`.',
  'alliance-today': 'One of today’s Cancer Alliances, by an id such as `today-east-midlands`.',
  own: 'An area that whoever runs this server has made of CCGs or of ICBs, by its own id; /api/areas lists them.',
};

const words = (meanings: Record<string, string>) =>
  terms(Object.entries(meanings).map(([word, meaning]) => [code(word), prose(meaning)]));

const periodRows = ['2016-04', 'fy2016-17-q1', 'fy2016-17', '2013', '2012-2014'].map((id) => {
  const period = parsePeriod(id);
  return [code(id), period?.grain ?? '', period ? periodLabel(period) : ''];
});

/** What the numbers, ids and dates in replies mean. */
export const conventions = (): Part => ({
  id: 'conventions',
  heading: 'Numbers, periods and areas',
  body: `<p>Numbers are JSON numbers; nothing is rounded. What is not known is <code>null</code>, never zero. The <code>kind</code> of
a metric says what its values are:</p>${words(KIND_MEANS)}
<p>Intervals are 95% intervals: Wilson’s score interval where there are counts, else the publisher’s. Months are
<code>YYYY-MM</code>; years and quarters are those of the NHS, from April.</p>
${table('Ids of periods', ['Id', 'Grain', 'It means'], periodRows)}
<p>An area is known by its id, which ${code('/api/areas')} lists. Levels are ${codes(LEVELS)}:</p>${words(LEVEL_MEANS)}
<p>Parameters are strict: one that is misspelt, empty or given twice is refused, never overlooked. Only GET and HEAD are
answered. Text is UTF-8.</p>
<p>In CSV files: ${escaped(FORMULA_RULE)}</p>`,
});

/** What the values of status, comparison, verdict, zone and basis mean. */
export const vocabulary = (): Part => ({
  id: 'words',
  heading: 'Words in replies',
  body: `<h4>status: where a figure comes from</h4>${words(STATUS_MEANS)}
<h4>comparison: how it stands to the benchmark</h4><p>By its interval, of 95% or of the <code>confidence</code> asked for.</p>${words(COMPARISON_MEANS)}
<h4>verdict: whether the target is met</h4>${words(VERDICT_MEANS)}
<h4>zone: where it lies in a funnel plot</h4>${words(ZONE_MEANS)}
<h4>basis: what kind of target it is</h4>${words(BASIS_MEANS)}`,
});

/** How the data are versioned, what may be cached, and how to revalidate it. */
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

/** The rate limit; `perSecond` 0: none. */
export const rate = (perSecond: number): Part => ({
  id: 'rate',
  heading: 'Rate limit',
  body:
    perSecond > 0
      ? `<p>One address may ask ${perSecond} times a second, twice as often in a burst. Beyond that the reply is 429 with
<code>Retry-After</code>. No key is needed.</p>`
      : '<p>This server sets no limit to how often it may be asked. No key is needed.</p>',
});

/** The licence of the figures, and whom to attribute them to. */
export function licence(): Part {
  const sources = Object.values(SOURCES);
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
<p>What is marked <code>derived</code> is our own sum and no official statistic, and no publisher endorses this service.</p>`,
  };
}
