import type { Fact } from '../contract/index.ts';

/** A reply of the API with the address that gives it. */
export type AddressedReply<Reply = unknown> = { url: string; reply: Reply };

/** A sentence and the numbers in it. */
export type Sentence = { text: string; facts: Fact[] };

type Path = Fact['path'];

const fieldOf = (from: unknown, key: string | number): unknown =>
  typeof from === 'object' && from !== null ? (from as Record<string | number, unknown>)[key] : undefined;

const present = (value: unknown) => value !== null && value !== undefined;

const matches = (value: unknown, wanted: string) =>
  Array.isArray(value) ? value.includes(wanted) : String(value) === wanted;

/** One step into a list by a word: some of its members, a field of each, their sum or their number. */
function within(list: readonly unknown[], step: string): unknown {
  if (step === 'length') return list.length;
  if (step === 'sum') return list.reduce<number>((total, each) => total + Number(each), 0);
  if (step.startsWith(':')) return list.slice(0, Number(step.slice(1)));
  const [key = '', wanted] = step.split('=');
  if (wanted !== undefined) return list.filter((each) => matches(fieldOf(each, key), wanted));
  return list.map((each) => fieldOf(each, key)).filter(present);
}

/**
 * The value at a path through a reply; undefined where the path leads nowhere. Its steps are keys, and positions in
 * lists from 0. On a list a step may also be a word: `key=value` keeps the members whose key is the value, or a list
 * that has it; `:3` keeps the first three; `length` counts them; `sum` adds numbers up; any other word takes that key of
 * each member that has it. So `['areas', 'parents=wessex', 'comparison=better', 'length']` is how many of Wessex's CCGs
 * are better.
 */
export const valueAt = (reply: unknown, path: Path): unknown =>
  path.reduce<unknown>(
    (from, step) =>
      Array.isArray(from) && typeof step === 'string' ? within(from, step) : fieldOf(from, step),
    reply,
  );

/** The number at a path through a reply, as `show` prints it. Throws where there is none. */
export function factAt({ url, reply }: AddressedReply, path: Path, show: (value: number) => string): Fact {
  const value = valueAt(reply, path);
  if (typeof value !== 'number' || !Number.isFinite(value))
    throw new Error(`${url} has no number at ${path.join('/')}`);
  return { shown: show(value), value, url, path };
}

const textOf = (part: string | Fact | Sentence) =>
  typeof part === 'string' ? part : 'shown' in part ? part.shown : part.text;

const factsOf = (part: string | Fact | Sentence): Fact[] =>
  typeof part === 'string' ? [] : 'shown' in part ? [part] : part.facts;

/** A template of words, facts and other sentences: one sentence with the facts of all of them. */
export function say(words: TemplateStringsArray, ...parts: (string | Fact | Sentence)[]): Sentence {
  return {
    text: words.map((word, i) => `${word}${i < parts.length ? textOf(parts[i] ?? '') : ''}`).join(''),
    facts: parts.flatMap(factsOf),
  };
}

/** A count of things before their noun, where it holds for each of them: `all 3 CCGs`, `both CCGs`, `the 1 CCG`. */
export function every(count: Fact, noun: string): Sentence {
  if (count.value === 2) return say`${{ ...count, shown: 'both' }} ${noun}`;
  if (count.value === 1) return say`the ${{ ...count, shown: 'one' }} ${noun}`;
  return say`all ${count} ${noun}`;
}

/** Parts of a sentence in a row: `3 were better, 6 similar and 2 worse`. */
export function listOfSentences(parts: readonly Sentence[]): Sentence {
  const [first = { text: '', facts: [] }, ...rest] = parts;
  return rest.reduce(
    (before, part, i) => (i === rest.length - 1 ? say`${before} and ${part}` : say`${before}, ${part}`),
    first,
  );
}
