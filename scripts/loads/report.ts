import type { LoadReport } from '../../data/contract/loads.ts';
import { periodBrief } from '../../data/text/words.ts';
import { printed } from '../ingest/numbers.ts';

const SHOWN = 10;

/** A load's report in lines: what was read and left is said while reading; this says what changes by it. */
export function reportLines({ files, printed: own, pages, largest }: LoadReport): string[] {
  const statuses = files.flatMap(({ file, status, left }) => [
    ...(status === null ? [] : [`status   ${file}: ${status}`]),
    ...left
      .filter(({ why }) => /--replace-final/.test(why))
      .map(({ count, what, why }) => `  left   ${printed(count)} ${what}: ${why}`),
  ]);
  return [
    ...statuses,
    `figures  ${counts(own)}, ${printed(own.unchanged)} as they were`,
    ...pages.map(
      ({ label, latest, latestBefore, ...page }) =>
        `pages    ${label}: ${counts(page)}${latest !== latestBefore && latest ? `; the latest month is ${periodBrief(latest)} (${latestBefore ? `was ${periodBrief(latestBefore)}` : 'none before'})` : ''}`,
    ),
    ...largest.slice(0, SHOWN).map((one) => `revised  ${changedLine(one)}`),
  ];
}

const counts = (page: { added: number; revised: number; removed: number; marked: number }) =>
  [
    `${printed(page.added)} new`,
    `${printed(page.revised)} revised`,
    page.removed > 0 ? `${printed(page.removed)} taken away` : '',
    page.marked > 0 ? `${printed(page.marked)} marked otherwise (final or provisional)` : '',
  ]
    .filter(Boolean)
    .join(', ');

function changedLine({ label, name, period, group, before, after }: LoadReport['largest'][number]): string {
  const of = group === 'all' ? '' : `, ${group}`;
  return `${label}, ${name}, ${periodBrief(period)}${of}: ${figure(before)} is now ${figure(after)}`;
}

function figure(counted: LoadReport['largest'][number]['after']): string {
  if (counted === null) return 'no figure';
  const { numerator, denominator, value } = counted;
  return numerator !== null && denominator !== null
    ? `${printed(numerator)} of ${printed(denominator)}`
    : String(Number(value.toPrecision(4)));
}
