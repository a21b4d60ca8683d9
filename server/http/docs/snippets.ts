import type { Endpoint } from './endpoints.ts';
import { fieldsOf } from './fields.ts';

export const LANGUAGES = { curl: 'curl', python: 'Python', r: 'R' } as const;
export type Snippets = Record<keyof typeof LANGUAGES, string>;

const NAMING = ['name', 'period', 'label', 'heading', 'text', 'id', 'file'];
const TELLING = ['value', 'people', 'row'];

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
  return { list: found[0], shown: [...first(NAMING), ...first(TELLING)] };
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

/** What opens a file once it is there, by how its name ends. */
const OPENS: Record<string, { python: string; r: string }> = {
  xlsx: { python: 'pandas.read_excel(NAME, sheet_name=None)', r: 'readxl::read_excel(NAME)' },
  parquet: { python: 'pandas.read_parquet(NAME)', r: 'arrow::read_parquet(NAME)' },
};

function forFile(url: string, name: string): Snippets {
  const opens = OPENS[name.split('.').at(-1) ?? ''];
  const then = (call: string | undefined) =>
    call ? `\n# to read it: ${call.replace('NAME', `"${name}"`)}` : '';
  return {
    curl: toFile(url, name),
    python: `from urllib.request import urlretrieve

urlretrieve("${url}", "${name}")${then(opens?.python)}`,
    r: `download.file("${url}", "${name}", mode = "wb")${then(opens?.r)}`,
  };
}

/** What a file is saved as: the last step of its address. */
const nameOf = (url: string) => new URL(url).pathname.split('/').at(-1) || 'file';

function forUrl(url: string, endpoint: Endpoint): Snippets {
  const name = nameOf(url);
  if (endpoint.reply || name.endsWith('.json')) return forJson(url, endpoint);
  return name.endsWith('.csv') ? forCsv(url, name) : forFile(url, name);
}

/** How to get an endpoint's example in each language, each runs as it stands; programs get numbers where there are any. */
export function snippets(origin: string, endpoint: Endpoint): Snippets {
  const [first = endpoint.path] = endpoint.examples;
  const numbers = endpoint.examples.find((url) => /\.csv(\?|$)/.test(url)) ?? first;
  const { python, r } = forUrl(`${origin}${numbers}`, endpoint);
  return { curl: forUrl(`${origin}${first}`, endpoint).curl, python, r };
}
