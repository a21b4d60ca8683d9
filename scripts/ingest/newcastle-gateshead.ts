/** NHS Newcastle Gateshead CCG (13T) was formed in April 2015 from these three, which older tables still print. */
export const MERGED_INTO_13T = ['00F', '00G', '00H'];

type Part = { area: string; numerator: number; denominator: number; row: number };

/** 13T's counts as the sums over its three parts, with a note that names each. Null unless all three are there. */
export function newcastleGateshead(parts: Part[]) {
  const three = MERGED_INTO_13T.map((code) => parts.find((part) => part.area === code));
  if (three.some((part) => part === undefined)) return null;
  const found = three.filter((part) => part !== undefined);
  const sum = (of: 'numerator' | 'denominator') => found.reduce((total, part) => total + part[of], 0);
  const each = found.map((p) => `${p.area} (${p.numerator} of ${p.denominator}, row ${p.row})`);
  return {
    area: '13T',
    numerator: sum('numerator'),
    denominator: sum('denominator'),
    row: null,
    status: 'derived' as const,
    note: `Sum of the three CCGs that became NHS Newcastle Gateshead CCG in April 2015: ${each.join(', ')}`,
  };
}
