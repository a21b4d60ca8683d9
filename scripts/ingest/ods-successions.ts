import type { Succession } from '../../data/geography/own.ts';
import type { Content } from './content.ts';
import { printed } from './numbers.ts';
import { Problems, refusal } from './problem.ts';
import { type Context, type Format, type Left, OGL, type Reading } from './reading.ts';
import {
  checkSuccessions,
  declaring,
  type Headings,
  type ToldSuccession,
  together,
  withoutHeld,
} from './successions.ts';

const HEADINGS: Headings = {
  from_area: 'column 1',
  to_area: 'column 2',
  to_name: 'the name',
  from_month: 'column 4',
  alliance: 'the Alliance',
  sub_icb: 'the sub-ICBs, which ONS’ look-up of that April tells',
};

/**
 * The NHS register's list of what organisations became (`succ.csv`, without a header): code, successor, reason, date. Of
 * its organisations those that are ICBs here are taken.
 */
export const odsSuccessions: Format = {
  name: 'ODS list of successions (CSV without a header)',
  recognises: (content) => content.kind === 'headless',
  read,
};

/** The month of which a date (`20270401`) is the first day; null where it is another, or none. */
const monthOf = (date: string): string | null =>
  /^\d{4}(0[1-9]|1[0-2])01$/.test(date) ? `${date.slice(0, 4)}-${date.slice(4, 6)}` : null;

function read(name: string, content: Content, context: Context): Reading {
  const problems = new Problems(name);
  const rows = content.kind === 'headless' ? content.rows : [];
  // An ICB that the bundled tables let end: they say what became of it, by its people.
  const ended = new Set(
    context.tables.commissioners
      .filter(({ kind, until }) => kind === 'icb' && until !== '')
      .map(({ id }) => id),
  );
  const told: ToldSuccession[] = [];
  const left = { others: 0, ended: 0, again: 0 };
  for (const { row, cells } of rows) {
    const [area, to] = [context.coded(cells[0] ?? ''), (cells[1] ?? '').trim().toUpperCase()];
    if (!context.areas.icbs.some(({ id }) => id === area)) left.others += 1;
    else if (ended.has(area)) left.ended += 1;
    else if (told.some((each) => each.area === area && each.to === to)) left.again += 1;
    else {
      const date = (cells[3] ?? '').trim();
      const from = monthOf(date);
      if (from) told.push(...known({ row, area, to, from }, context.successions));
      else
        problems.add(
          `${HEADINGS.from_month}: "${date}"; expected the first day of a month, such as 20270401: figures are of whole months`,
          { row },
        );
    }
  }
  const leftOut = leftOf(left);
  if (told.length === 0 && problems.count === 0)
    throw refusal(
      name,
      `the ODS list of successions, with no ICB in it that ends after those known here; left ${leftOut.map(({ count, what, why }) => `${printed(count)} ${what}: ${why}`).join('; ')}`,
    );
  checkSuccessions(told, { context, problems, headings: HEADINGS });
  problems.settle();
  const { fresh, held } = withoutHeld(together(told), context.successions);
  const unnamed = new Set(fresh.filter(({ to, name: given }) => given === unnamedOf(to)).map(({ to }) => to));
  return {
    source: {
      id: 'ods-successions',
      publisher: 'NHS England (Organisation Data Service)',
      publication: 'Successions of organisations',
      period: `from ${[...new Set(told.map(({ from }) => from))].sort().join(', ')}`,
      licence: OGL,
    },
    ...declaring(fresh),
    left: [
      ...leftOut,
      { count: held, what: 'rows of ICBs that end', why: 'held already' },
      {
        count: unnamed.size,
        what: unnamed.size === 1 ? 'name of an ICB' : 'names of ICBs',
        why: `the list gives none: shown as ${[...unnamed].map(unnamedOf).join(', ')} until ONS’ look-up of that April, or our own successions CSV (npm run data -- template successions), names it`,
      },
    ].filter(({ count }) => count > 0),
  };
}

/** What an ICB is called whose name is not known yet. */
const unnamedOf = (code: string) => `ICB ${code}`;

/** A succession with what is declared already of the ICB that begins; else with what stands for its name. */
function known(
  listed: Pick<ToldSuccession, 'row' | 'area' | 'to' | 'from'>,
  declared: readonly Succession[],
): ToldSuccession[] {
  const of = declared.filter(({ to }) => to === listed.to);
  const told = { ...listed, name: of[0]?.name ?? unnamedOf(listed.to), alliance: of[0]?.alliance ?? null };
  const subIcbs = of.find(({ area }) => area === listed.area)?.subIcbs;
  return subIcbs === undefined ? [told] : subIcbs.map((subIcb) => ({ ...told, subIcb }));
}

const leftOf = ({ others, ended, again }: Record<'others' | 'ended' | 'again', number>): Left[] =>
  [
    {
      count: others,
      what: 'rows of other organisations',
      why: 'practices, trusts and CCGs: no ICB known here; what became of CCGs stands in data/geography',
    },
    {
      count: ended,
      what: 'rows of ICBs that have ended',
      why: 'what became of them is known here, by their people',
    },
    { count: again, what: 'rows again', why: 'the same succession' },
  ].filter(({ count }) => count > 0);
