import type { MetricId } from '../../../../data/metrics/index.ts';
import { arialLines } from '../../../../data/text/arial.ts';
import { ROOM, type Slide } from '../deck.ts';
import { asAt, type Content, footer, slideOf, subtitle } from './frame.ts';
import { notesOf } from './notes.ts';
import { asTitle, bullet, parted, plain, textSize } from './text.ts';

/** What a title may be: two lines of 22 points. */
const TITLE = { width: 12.333 * 72 * 0.97, size: 22, lines: 2 };

const fitsTitle = (text: string) => arialLines(text, TITLE.width, TITLE.size, true).length <= TITLE.lines;

/** The sentences to read first: the most telling as the title, where it is short enough. */
export function findingsSlide(content: Content): Slide {
  const { findings, subject } = content;
  const [first, ...others] = findings?.findings ?? [];
  const [lead, rest] = parted(first?.text ?? '');
  const led = lead !== '' && fitsTitle(asTitle(lead));
  const head = led ? rest : (first?.text ?? '');
  const paragraphs = [
    ...(head ? [bullet(head)] : []),
    ...others.map(({ text }) => bullet(text)),
    ...(first ? [] : [plain('Nothing can be said of it from the figures by then.')]),
  ];
  const metrics = [...new Set((findings?.findings ?? []).map(({ metric }) => metric))].filter(Boolean);
  return slideOf({
    id: 'findings',
    title: led ? asTitle(lead) : `Findings: ${subject.name}`,
    subtitle: subtitle('Findings', subject.name, asAt(content)),
    blocks: [
      {
        kind: 'text',
        name: 'Findings',
        body: true,
        box: ROOM,
        paragraphs,
        size: textSize(paragraphs, ROOM, { largest: 20, least: 10 }),
      },
    ],
    footer: footer(content, { metrics: metrics as MetricId[] }),
    notes: notesOf(metrics as MetricId[]),
  });
}
