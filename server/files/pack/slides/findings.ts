import { periodBrief } from '../../../../data/text/words.ts';
import { ROOM, type Slide } from '../deck.ts';
import { lineCount, textBlock } from '../fit.ts';
import {
  asAt,
  asTitle,
  bullet,
  type Content,
  firstSentence,
  footer,
  notesOf,
  plain,
  slideOf,
  subtitle,
} from './kit.ts';

/** A title takes at most two lines of 22 points. */
const fitsTitle = (text: string) => lineCount(text, ROOM.w, 22, true) <= 2;

/** The sentences to read first: the most important as the title, where it is short enough. */
export function findingsSlide(content: Content): Slide {
  const { findings, subject } = content;
  const [first, ...others] = findings?.findings ?? [];
  const [lead, rest] = firstSentence(first?.text ?? '');
  const titled = lead !== '' && fitsTitle(asTitle(lead));
  const head = titled ? rest : (first?.text ?? '');
  const paragraphs = [
    ...(head ? [bullet(head)] : []),
    ...others.map(({ text }) => bullet(text)),
    ...(first
      ? []
      : [plain(`Nothing can be said of it from the figures up to ${periodBrief(content.period)}.`)]),
  ];
  const about = (findings?.findings ?? []).flatMap(({ metric }) => (metric === '' ? [] : [metric]));
  const metrics = [...new Set(about)];
  return slideOf({
    id: 'findings',
    title: titled ? asTitle(lead) : `Findings: ${subject.name}`,
    subtitle: subtitle('Findings', subject.name, asAt(content)),
    blocks: [{ ...textBlock('Findings', ROOM, paragraphs, { largest: 20, least: 10 }), body: true }],
    footer: footer(content, { metrics }),
    notes: notesOf(metrics),
  });
}
