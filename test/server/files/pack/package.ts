import { strFromU8, unzipSync } from 'fflate';
import { SaxesParser } from 'saxes';

export type Element = { name: string; attributes: Record<string, string>; children: Element[]; text: string };

/** An XML as a tree. Throws where it is not well formed. */
function parsed(xml: string): Element {
  const root: Element = { name: '', attributes: {}, children: [], text: '' };
  const open = [root];
  const parser = new SaxesParser();
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name, attributes }) => {
    const element: Element = {
      name,
      attributes: attributes as Record<string, string>,
      children: [],
      text: '',
    };
    open.at(-1)?.children.push(element);
    open.push(element);
  });
  parser.on('text', (text) => {
    for (const element of open) element.text += text;
  });
  parser.on('closetag', () => {
    open.pop();
  });
  parser.write(xml).close();
  return root;
}

/** All elements of a name under one, in the order of the document. */
export const found = (element: Element, name: string): Element[] =>
  element.children.flatMap((one) => [...(one.name === name ? [one] : []), ...found(one, name)]);

/** The parts of an office file: each XML parsed, so that none can be ill-formed, and the bytes of the others. */
export function opened(bytes: Uint8Array) {
  const files = unzipSync(bytes);
  const names = Object.keys(files);
  const xml = new Map(
    names
      .filter((name) => /\.(xml|rels)$/.test(name))
      .map((name) => [name, parsed(strFromU8(files[name] ?? new Uint8Array()))]),
  );
  const part = (name: string): Element => {
    const element = xml.get(name);
    if (!element) throw new Error(`There is no ${name}`);
    return element;
  };
  return { files, names, xml, part };
}

const folder = (name: string) => name.slice(0, name.lastIndexOf('/') + 1);

/** The targets of a part's relationships by their ids, as names of parts. */
export function targets(pack: ReturnType<typeof opened>, name: string): Map<string, string> {
  const rels = pack.xml.get(`${folder(name)}_rels/${name.slice(folder(name).length)}.rels`);
  const all = rels ? found(rels, 'Relationship') : [];
  return new Map(
    all.map(({ attributes: { Id = '', Target = '' } }) => [
      Id,
      new URL(Target, `file:///${name}`).pathname.slice(1),
    ]),
  );
}

/** What is wrong with a package itself: targets and types that are missing, types of nothing, entries of folders. */
export function faults(pack: ReturnType<typeof opened>): string[] {
  const types = pack.part('[Content_Types].xml');
  const overrides = found(types, 'Override').map(({ attributes }) => (attributes.PartName ?? '').slice(1));
  const defaults = found(types, 'Default').map(({ attributes }) => attributes.Extension);
  const typed = (name: string) =>
    overrides.includes(name) || defaults.includes(name.slice(name.lastIndexOf('.') + 1));
  const owners = ['', ...pack.names.filter((name) => !name.endsWith('.rels'))];
  return [
    ...pack.names.filter((name) => name.endsWith('/')).map((name) => `${name} is a folder`),
    ...pack.names
      .filter((name) => name !== '[Content_Types].xml' && !typed(name))
      .map((name) => `${name} has no type`),
    ...overrides
      .filter((name) => !pack.names.includes(name))
      .map((name) => `there is no ${name}, which has a type`),
    ...owners.flatMap((name) =>
      [...targets(pack, name).values()]
        .filter((one) => !pack.names.includes(one))
        .map((one) => `${name} leads to ${one}`),
    ),
  ];
}
