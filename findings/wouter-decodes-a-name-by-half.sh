#!/bin/sh
# wouter 3.13.0 (with React 19.3.1): a name put into an address by encodeURIComponent comes back from the route's
# parameters decoded by half, and after "?" some names are decoded twice. wouter decodes path and search as a whole, with
# decodeURI, which leaves the escapes of , & / + and the like as they are but resolves those of a space and of %.
#
# Input:    an area's name, a route "/area/:name" and a query "?name=", both made with encodeURIComponent
# Expected: useParams().name and useSearchParams()[0].get('name') are that name; or, if the path is handed on as it
#           stands, decodeURIComponent of it is
# Seen:     name                          useParams().name                  decodeURIComponent of it   get('name')
#           St Helens                     St Helens                         the name                   the name
#           Bedfordshire, Luton and ...   Bedfordshire%2C Luton and ...     the name                   the name
#           Over 80%                      Over 80%                          throws a URIError          the name
#           Target %25                    Target %25                        "Target %"                 "Target %"
#           So no step afterwards gives every name back: "A&B" and "A%26B" arrive as one.
#
# It bites with names of places and boards, of which the first few that one tries have spaces only. Way out: codes (of
# letters, digits and hyphens) in addresses, or names encoded twice and decoded once more.
#
# Exit 0: as described. Exit 1: the behaviour has changed.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund wouter@3.13.0 react@19.3.1 react-dom@19.3.1
cat > try.mjs <<'JS'
import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { Route, Router, useParams, useSearchParams } from 'wouter';

const once = (text) => {
  try {
    return decodeURIComponent(text);
  } catch (error) {
    return error.name;
  }
};
const read = (written) => {
  let seen;
  const Area = () => {
    const { name } = useParams();
    seen = [name, once(name), useSearchParams()[0].get('name')];
    return null;
  };
  const address = { ssrPath: `/area/${written}`, ssrSearch: `name=${written}` };
  renderToStaticMarkup(createElement(Router, address, createElement(Route, { path: '/area/:name', component: Area })));
  return seen;
};
const described = {
  'St Helens': ['St Helens', 'St Helens', 'St Helens'],
  'Bedfordshire, Luton and Milton Keynes': ['Bedfordshire%2C Luton and Milton Keynes', 'Bedfordshire, Luton and Milton Keynes', 'Bedfordshire, Luton and Milton Keynes'],
  'Over 80%': ['Over 80%', 'URIError', 'Over 80%'],
  'Target %25': ['Target %25', 'Target %', 'Target %'],
  'A&B': ['A%26B', 'A&B', 'A&B'],
  'A%26B': ['A%26B', 'A&B', 'A&B'],
};
let changed = false;
for (const [name, expected] of Object.entries(described)) {
  const seen = read(encodeURIComponent(name));
  const [, wayOut] = read(encodeURIComponent(encodeURIComponent(name)));
  console.log(JSON.stringify({ name, seen, 'encoded twice': wayOut }));
  if (JSON.stringify(seen) !== JSON.stringify(expected) || wayOut !== name) changed = true;
}
process.exit(changed ? 1 : 0);
JS
node try.mjs
