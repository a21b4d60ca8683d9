import type { Catalogue, Profile, ProfileRow } from '../../../data/contract/index.ts';
import { metric as metricOf } from '../../../data/metrics/index.ts';
import { COMPARED, PALETTE } from '../../../data/palette.ts';
import { targetAnswer, targetName } from '../../../data/text/board.ts';
import { COMPARISON_WORDS, GLYPHS, noFigureWords } from '../../../data/text/figure.ts';
import { formatValue } from '../../../data/text/format.ts';
import { arialLines, arialWidth } from '../../../data/text/measure.ts';
import { areasNoun, periodBrief } from '../../../data/text/words.ts';
import { DRAWN_WIDTH } from '../kit/chart.ts';
import { WithLegend } from '../kit/Legend.tsx';
import { Spine, spineKey, spineOf } from './Spine.tsx';

/** Where columns begin, or end where they hold numbers. */
const AT = { value: 296, interval: 308, england: 474, compared: 496, spine: 642 } as const;
const NAMES = 220;
const SPINE = DRAWN_WIDTH - AT.spine;
const HEAD = 44;
const GROUP = 30;
const ROW = 42;
const SIZE = 14;
const SMALL = 12;
const STEP = 15;

type Item =
  | { kind: 'group'; key: string; name: string; high: number }
  | { kind: 'row'; key: string; row: ProfileRow; lines: string[]; high: number };

/** The rows by the areas of Annex A, as the page has them. */
function itemsOf({ rows }: Profile, pathway: Catalogue['pathway']): Item[] {
  return pathway.flatMap(({ id, name }): Item[] => {
    const own = rows.filter((row) => row.pathway === id);
    if (own.length === 0) return [];
    return [
      { kind: 'group', key: id, name, high: GROUP },
      ...own.map((row): Item => {
        const words = row.value === null ? noFigureWords(row) : '';
        const lines = arialLines(words, DRAWN_WIDTH - AT.interval, 13);
        return { kind: 'row', key: row.metric, row, lines, high: Math.max(ROW, 12 + 17 * lines.length) };
      }),
    ];
  });
}

/** Every measure of an area as a row: value, interval, England, comparison, and where it stands among all areas. */
export function SpineSheet({ profile, pathway }: { profile: Profile; pathway: Catalogue['pathway'] }) {
  let y = HEAD;
  const placed = itemsOf(profile, pathway).map((item) => {
    const place = { item, y };
    y += item.high;
    return place;
  });
  return (
    <WithLegend height={y} entries={spineKey(profile.area.level, profile.against)}>
      <Head profile={profile} />
      {placed.map(({ item, y: top }) =>
        item.kind === 'group' ? (
          <text key={item.key} x={0} y={top + 20} fontSize={15} fontWeight={700} fill={PALETTE.area}>
            {item.name}
          </text>
        ) : (
          <g key={item.key} transform={`translate(0 ${top})`}>
            <path d={`M0 0H${DRAWN_WIDTH}`} stroke={PALETTE.grid} />
            <Row row={item.row} lines={item.lines} level={profile.area.level} />
          </g>
        ),
      )}
    </WithLegend>
  );
}

function Head({ profile: { area, against } }: { profile: Profile }) {
  const among = `Among all ${areasNoun(area.level, 2)}`;
  const compared = arialLines(`Against ${against}`, AT.spine - AT.compared - 8, 13, true).slice(0, 2);
  return (
    <g fontSize={13} fontWeight={700} fill={PALETTE.secondary}>
      <text y={34}>Metric and period</text>
      <text x={AT.value} y={34} textAnchor="end">
        Value
      </text>
      <text x={AT.interval} y={34}>
        95% interval
      </text>
      <text x={AT.england} y={34} textAnchor="end">
        England
      </text>
      {compared.map((line, index) => (
        <text key={line} x={AT.compared} y={34 - STEP * (compared.length - 1 - index)}>
          {line}
        </text>
      ))}
      <text x={AT.spine} y={34}>
        {among}
      </text>
    </g>
  );
}

function Row({ row, lines, level }: { row: ProfileRow; lines: readonly string[]; level: string }) {
  const metric = metricOf(row.metric);
  const { value, lower, upper, england } = row;
  const spine = spineOf(row, metric, level);
  return (
    <g fontSize={SIZE} fill={PALETTE.ink}>
      <text
        y={18}
        fontWeight={700}
        fontSize={Math.min(SIZE, (SIZE * NAMES) / arialWidth(metric.label, SIZE, true))}
      >
        {metric.label}
      </text>
      <text y={34} fontSize={SMALL} fill={PALETTE.secondary}>
        {row.period === null ? '' : periodBrief(row.period)}
      </text>
      {value === null ? (
        lines.map((line, index) => (
          <text key={line} x={AT.interval} y={18 + 17 * index} fontSize={13} fill={PALETTE.secondary}>
            {line}
          </text>
        ))
      ) : (
        <>
          <text x={AT.value} y={25} textAnchor="end" fontWeight={700}>
            {formatValue(metric, value)}
          </text>
          <text x={AT.interval} y={25} fontSize={13}>
            {lower === null || upper === null
              ? 'none published'
              : `${formatValue(metric, lower)} to ${formatValue(metric, upper)}`}
          </text>
          <text x={AT.england} y={25} textAnchor="end">
            {england?.value == null ? '' : formatValue(metric, england.value)}
          </text>
          <Compared row={row} />
          {spine && (
            <svg role="presentation" x={AT.spine} y={9} width={SPINE} height={24}>
              <Spine {...spine} width={SPINE} />
            </svg>
          )}
        </>
      )}
    </g>
  );
}

/** How the figure differs, in glyph and word; and whether its standard is met. */
function Compared({ row }: { row: ProfileRow }) {
  const metric = metricOf(row.metric);
  const { comparison, target, verdict } = row;
  const judged = verdict !== 'no-target';
  const colour = comparison === 'better' || comparison === 'worse' ? COMPARED[comparison] : PALETTE.ink;
  return (
    <>
      <text x={AT.compared} y={judged ? 18 : 25} fontWeight={700} fill={colour}>
        {`${GLYPHS[comparison]} ${COMPARISON_WORDS[comparison]}`}
      </text>
      {judged && (
        <text x={AT.compared} y={34} fontSize={SMALL} fill={PALETTE.secondary}>
          {`${targetName(metric, target)}: ${targetAnswer(metric, { ...row, national: false }).word.toLowerCase()}`}
        </text>
      )}
    </>
  );
}
