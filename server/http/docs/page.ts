import { type Endpoint, GROUPS, type Group } from './endpoints.ts';
import { conventions, licence, problems, rate, versions, vocabulary } from './guide.ts';
import { code, escaped, fieldList, fieldsOf, type Part, parameterTable, prose } from './html.ts';

type PageOptions = {
  /** Where readers find this server, for the examples: `https://example.org`. */
  origin: string;
  /** How many requests a second one reader may make; 0 for no limit. */
  perSecond: number;
};

const READING = 'Reading the answers';

/** The readable page about the API. Its examples have the server's own address and run as they stand. */
export function docsPage(all: readonly Endpoint[], { origin, perSecond }: PageOptions): string {
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

const LANGUAGES = { curl: 'curl', python: 'Python', r: 'R' } as const;
type Snippets = Record<keyof typeof LANGUAGES, string>;

/** Fields that name a row, and fields that say how much; the first that a row has is printed. */
const NAMING = ['name', 'period', 'label', 'heading', 'text', 'id', 'file'];
const COUNTING = ['value', 'people', 'row'];

/** The first list of objects in a reply, and what to print of its members. */
function listOf({ reply }: Endpoint): { list: string; shown: string[] } | null {
  const found = reply
    ? fieldsOf(reply).find(
        ([name, schema]) => name !== 'query' && 'items' in schema && fieldsOf(schema).length > 0,
      )
    : undefined;
  if (!found) return null;
  const names = fieldsOf(found[1]).map(([name]) => name);
  const first = (wanted: string[]) => wanted.filter((name) => names.includes(name)).slice(0, 1);
  return { list: found[0], shown: [...first(NAMING), ...first(COUNTING)] };
}

function forJson(url: string, endpoint: Endpoint): Snippets {
  const rows = listOf(endpoint);
  const printed = rows
    ? `for row in answer["${rows.list}"][:5]:
    print(${rows.shown.map((name) => `row["${name}"]`).join(', ') || 'row'})`
    : 'print(list(answer))';
  return {
    curl: `curl --silent --show-error --fail --compressed '${url}'`,
    python: `import json
from urllib.request import urlopen

with urlopen("${url}") as reply:
    answer = json.load(reply)
${printed}`,
    r: `library(jsonlite)

answer <- fromJSON("${url}")
${rows ? `head(answer$${rows.list})` : 'names(answer)'}`,
  };
}

const toFile = (url: string, name: string) =>
  `curl --silent --show-error --fail --compressed --output '${name}' '${url}'`;

const forCsv = (url: string, name: string): Snippets => ({
  curl: toFile(url, name),
  python: `import pandas

table = pandas.read_csv("${url}")
print(table.head())`,
  r: `table <- read.csv("${url}", check.names = FALSE, fileEncoding = "UTF-8-BOM")
head(table)`,
});

/** What reads a file once it is saved, by the ending of its name. */
const READERS: Record<string, { python: string; r: string }> = {
  xlsx: { python: 'pandas.read_excel(NAME, sheet_name=None)', r: 'readxl::read_excel(NAME)' },
  parquet: { python: 'pandas.read_parquet(NAME)', r: 'arrow::read_parquet(NAME)' },
};

function forFile(url: string, name: string): Snippets {
  const reader = READERS[name.split('.').at(-1) ?? ''];
  const then = (call: string | undefined) =>
    call ? `\n# to read it: ${call.replace('NAME', `"${name}"`)}` : '';
  return {
    curl: toFile(url, name),
    python: `from urllib.request import urlretrieve

urlretrieve("${url}", "${name}")${then(reader?.python)}`,
    r: `download.file("${url}", "${name}", mode = "wb")${then(reader?.r)}`,
  };
}

/** What a file is saved as: the last step of its address. */
const nameOf = (url: string) => new URL(url).pathname.split('/').at(-1) || 'file';

function forUrl(url: string, endpoint: Endpoint): Snippets {
  const name = nameOf(url);
  if (endpoint.reply || name.endsWith('.json')) return forJson(url, endpoint);
  return name.endsWith('.csv') ? forCsv(url, name) : forFile(url, name);
}

/** An endpoint's example as code in each language; the programs ask for the numbers where the endpoint has a CSV. */
function snippets(origin: string, endpoint: Endpoint): Snippets {
  const [first = endpoint.path] = endpoint.examples;
  const numbers = endpoint.examples.find((url) => /\.csv(\?|$)/.test(url)) ?? first;
  const { python, r } = forUrl(`${origin}${numbers}`, endpoint);
  return { curl: forUrl(`${origin}${first}`, endpoint).curl, python, r };
}
