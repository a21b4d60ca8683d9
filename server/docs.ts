import type { TSchema } from 'typebox';
import { MEANING_OF, type ProblemCode, STATUS_OF } from './problem.ts';
import type { Question } from './question.ts';
import { QUESTIONS } from './questions.ts';

const ESCAPES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const text = (raw: unknown) => String(raw).replaceAll(/[&<>"]/g, (sign) => ESCAPES[sign] ?? sign);

type Described = {
  enum?: unknown[];
  default?: unknown;
  description?: string;
  properties?: Record<string, TSchema>;
};

function parameterRows({ parameters, query }: Question): string {
  const row =
    (required: boolean) =>
    ([name, schema]: [string, TSchema]) => {
      const { enum: allowed, default: usual, description } = schema as Described;
      const values = allowed ? allowed.map((value) => `<code>${text(value)}</code>`).join(' ') : '';
      const need = required
        ? 'required'
        : usual === undefined
          ? 'optional'
          : `optional, <code>${text(usual)}</code>`;
      return `<tr><th scope="row"><code>${text(name)}</code></th><td>${need}</td><td>${text(description ?? '')} ${values}</td></tr>`;
    };
  const rows = [
    ...Object.entries(parameters.properties).map(row(true)),
    ...Object.entries(query.properties).map((entry) => row((query.required ?? []).includes(entry[0]))(entry)),
  ];
  if (rows.length === 0) return '<p>It takes no parameters.</p>';
  return `<table><caption>Parameters</caption><thead><tr><th scope="col">Name</th><th scope="col">Needed</th>
<th scope="col">What it may be</th></tr></thead><tbody>${rows.join('')}</tbody></table>`;
}

function section(question: Question): string {
  const fields = Object.keys((question.reply as Described).properties ?? {});
  const examples = question.examples.map(
    (url) => `<li><a href="${text(url)}"><code>${text(url)}</code></a></li>`,
  );
  const id = question.path.split('/')[2];
  return `<section aria-labelledby="${id}"><h2 id="${id}"><code>${text(question.path)}</code></h2>
<p>${text(question.summary)}</p>${parameterRows(question)}
<p>The reply has ${fields.map((field) => `<code>${text(field)}</code>`).join(', ')}.</p>
<p>For example:</p><ul>${examples.join('')}</ul></section>`;
}

const problemRows = () =>
  (Object.keys(STATUS_OF) as ProblemCode[])
    .map(
      (code) =>
        `<tr><td>${STATUS_OF[code]}</td><th scope="row"><code>${code}</code></th><td>${text(MEANING_OF[code])}</td></tr>`,
    )
    .join('');

/** The readable page about the API, from the table of questions. */
export const docsPage = () => `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>API – Cancer outcomes in England</title><link rel="icon" href="/favicon.svg"><link rel="stylesheet" href="/api/docs.css"></head>
<body><main><h1>The API</h1>
<p>Every figure of the dashboard, as JSON. Each reply carries <code>dataVersion</code> and repeats its
<code>query</code>. Proportions are numbers from 0 to 1. A reply has a strong ETag, and stays the same for as long as
the data version does. The same in OpenAPI 3.1: <a href="/api/openapi.json"><code>/api/openapi.json</code></a>.
How the server is: <a href="/api/health"><code>/api/health</code></a>. <a href="/">To the dashboard</a>.</p>
${QUESTIONS.map(section).join('\n')}
<section aria-labelledby="problems"><h2 id="problems">When a question cannot be answered</h2>
<p>The reply is <code>{"code", "message", "details"}</code>; <code>details</code> holds the nearest or the allowed values.</p>
<table><caption>Codes</caption><thead><tr><th scope="col">Status</th><th scope="col">Code</th>
<th scope="col">Meaning</th></tr></thead><tbody>${problemRows()}</tbody></table></section>
</main></body></html>`;

export const DOCS_CSS = `body{margin:0;background:#f0f4f5;color:#212b32;font:1rem/1.5 Arial,sans-serif}
main{max-width:60rem;margin:0 auto;padding:1rem}
section{background:#fff;border:1px solid #d8dde0;margin:0 0 1.5rem;padding:0 1rem 1rem;overflow-x:auto}
h1{font-size:2rem}h2{font-size:1.25rem}
a{color:#005eb8}a:focus{background:#ffeb3b;color:#212b32;outline:4px solid #ffeb3b}
table{border-collapse:collapse;width:100%}caption{text-align:left;font-weight:bold}
th,td{border-bottom:1px solid #d8dde0;padding:.4rem .8rem .4rem 0;text-align:left;vertical-align:top;font-weight:normal}
thead th{font-weight:bold}
code{background:#f0f4f5;font:.9rem/1.4 Menlo,Consolas,monospace;padding:0 .15rem;overflow-wrap:anywhere}
`;
