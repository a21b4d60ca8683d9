import { type Endpoint, endpoints, GROUPS, type Group } from './endpoints.ts';
import { fieldList, fieldsOf } from './fields.ts';
import { code, escaped, type Part, prose } from './html.ts';
import { parameterTable } from './parameters.ts';
import { licence, problems, rate, versions } from './sections.ts';
import { LANGUAGES, snippets } from './snippets.ts';
import { conventions, vocabulary } from './words.ts';

export type Told = {
  /** Where readers find this server, for the examples: `https://example.org`. */
  origin: string;
  /** How many requests a second one reader may make; 0 for no limit. */
  perSecond: number;
};

const READING = 'Reading the answers';

function codeOf(origin: string, endpoint: Endpoint): string {
  const written = snippets(origin, endpoint);
  return Object.entries(LANGUAGES)
    .map(
      ([id, language]) =>
        `<figure><figcaption>${language}</figcaption><pre data-language="${id}"><code>${escaped(written[id as keyof typeof LANGUAGES])}</code></pre></figure>`,
    )
    .join('');
}

function answerOf({ type, reply, columns, others }: Endpoint): string {
  const shape = reply ?? columns;
  const also = others.length
    ? `<p>Also at ${others.map(({ path }) => code(path)).join(', ')}, where <code>:version</code> is a data version or
<code>latest</code>: see <a href="#versions">versions and caching</a>.</p>`
    : '';
  const kind = reply ? 'A reply is' : 'The file is';
  const list = shape ? `${reply ? 'Its fields:' : 'Its columns:'}` : '';
  return `<p>${kind} ${type.split(', ').map(code).join(', ')}. ${list}</p>${shape ? fieldList(fieldsOf(shape)) : ''}${also}`;
}

function endpointSection(origin: string, endpoint: Endpoint): string {
  const { id, path, summary, about, examples } = endpoint;
  const links = examples.map((url) => `<li><a href="${escaped(url)}"><code>${escaped(url)}</code></a></li>`);
  return `<section aria-labelledby="${id}"><h3 id="${id}"><a href="#${id}"><code>${escaped(path)}</code></a></h3>
<p class="lead">${prose(summary)}</p>${about ? `<p>${prose(about)}</p>` : ''}${parameterTable(endpoint)}
<h4>Answer</h4>${answerOf(endpoint)}
<h4>Examples</h4><ul class="links">${links.join('')}</ul>${codeOf(origin, endpoint)}</section>`;
}

const partSection = ({ id, heading, body }: Part) =>
  `<section aria-labelledby="${id}"><h3 id="${id}">${heading}</h3>${body}</section>`;

const listed = (id: string, heading: string, items: readonly (readonly [id: string, words: string])[]) =>
  `<div><h3><a href="#${id}">${heading}</a></h3><ul>${items.map(([to, words]) => `<li><a href="#${to}">${words}</a></li>`).join('')}</ul></div>`;

function contents(all: readonly Endpoint[], parts: readonly Part[]): string {
  const of = (group: Group) =>
    listed(
      group,
      GROUPS[group],
      all.filter((each) => each.group === group).map(({ id, path }) => [id, code(path)]),
    );
  const reading = listed(
    'reading',
    READING,
    parts.map(({ id, heading }) => [id, heading]),
  );
  return `<nav aria-labelledby="contents"><h2 id="contents">Contents</h2><div class="contents">
<div>${reading}${of('files')}${of('server')}</div><div>${of('questions')}</div><div>${of('charts')}</div></div></nav>`;
}

function group(origin: string, all: readonly Endpoint[], id: Group): string {
  const own = all.filter((endpoint) => endpoint.group === id);
  if (own.length === 0) return '';
  return `<h2 id="${id}">${GROUPS[id]}</h2>${own.map((each) => endpointSection(origin, each)).join('\n')}`;
}

/** The readable page about the API, from the tables of questions and files, its examples with the server's own address. */
export function docsPage({ origin, perSecond }: Told): string {
  const all = endpoints();
  const parts = [conventions(), vocabulary(), versions(origin, all), problems(), rate(perSecond), licence()];
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>API – Cancer outcomes in England</title><link rel="icon" href="/favicon.svg"><link rel="stylesheet" href="/api/docs.css"></head>
<body><a class="skip" href="#main">Skip to the text</a><header><p><a href="/">Cancer outcomes in England</a></p></header>
<main id="main"><h1>The API</h1>
<p class="lead">Every figure of the dashboard for programs to read, and every chart, table and pack as a file. No key is needed.</p>
<p>This server is <code>${escaped(origin)}</code>; the examples run against it as they stand. The same description for
programs, in OpenAPI 3.1: <a href="/api/openapi.json"><code>/api/openapi.json</code></a>.</p>
${contents(all, parts)}
<h2 id="reading">${READING}</h2>
${parts.map(partSection).join('\n')}
${(Object.keys(GROUPS) as Group[]).map((id) => group(origin, all, id)).join('\n')}
</main></body></html>`;
}
