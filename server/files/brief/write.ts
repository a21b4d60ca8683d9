import PDFDocument from 'pdfkit';
import SVGtoPDF from 'svg-to-pdfkit';
import { PALETTE } from '../../../data/palette.ts';
import { FONT_FILES } from '../shared/fonts.ts';
import type { Brief, BriefCell, BriefPicture } from './brief.ts';

/** A4 in points, its margins, and the room between them. */
const PAGE = { width: 595.28, height: 841.89, margin: 34 };
const ROOM = PAGE.width - 2 * PAGE.margin;
const BOTTOM = PAGE.height - PAGE.margin;

const [REGULAR, BOLD] = ['regular', 'bold'] as const;
type Doc = InstanceType<typeof PDFDocument>;
type Style = { size: number; bold?: boolean; colour?: string };

/** Shares of the room that the columns of the ambitions take. */
const COLUMNS = [0.18, 0.14, 0.26, 0.16, 0.26];
const CELL = 6;

/** The least that the map and the drivers are high, in points; below it all words are set smaller. */
const LEAST = 150;
const TREND = 150;

/** A brief as a PDF of one page of A4: words as large as there is room for, drawings as vectors, all of it tagged. */
export async function writeBrief(brief: Brief): Promise<Uint8Array> {
  const built = new Date(brief.builtAt);
  const doc = new PDFDocument({
    size: 'A4',
    margin: 0,
    lang: 'en-GB',
    tagged: true,
    displayTitle: true,
    pdfVersion: '1.7',
    info: {
      Title: `${brief.title}. ${brief.subtitle}`,
      CreationDate: built,
      ModDate: built,
    },
  });
  doc.registerFont(REGULAR, FONT_FILES[0]).registerFont(BOLD, FONT_FILES[1]);
  const pieces: Uint8Array[] = [];
  const ended = new Promise<void>((resolve, reject) => {
    doc.on('data', (piece: Uint8Array) => pieces.push(piece));
    doc.on('end', resolve);
    doc.on('error', reject);
  });
  drawn(doc, brief);
  doc.end();
  await ended;
  return Buffer.concat(pieces);
}

/** What is placed on the page: measured once to find the size of its type, then drawn. */
class Side {
  y = PAGE.margin;
  readonly doc: Doc;
  readonly scale: number;
  readonly draws: boolean;
  constructor(doc: Doc, scale: number, draws: boolean) {
    this.doc = doc;
    this.scale = scale;
    this.draws = draws;
  }

  set({ size, bold = false, colour = PALETTE.ink }: Style): Doc {
    return this.doc
      .font(bold ? BOLD : REGULAR)
      .fontSize(size * this.scale)
      .fillColor(colour);
  }

  height(text: string, width: number, style: Style): number {
    return this.set(style).heightOfString(text, { width, lineGap: 1 });
  }

  /** A text over the width of the room, tagged, and `gap` points under it. */
  text(tag: string, text: string, style: Style, gap: number) {
    if (text === '') return;
    const { doc, y } = this;
    const high = this.height(text, ROOM, style);
    if (this.draws)
      doc.addStructure(
        doc.struct(tag, {}, () => {
          this.set(style).text(text, PAGE.margin, y, { width: ROOM, lineGap: 1 });
        }),
      );
    this.y += high + gap;
  }
}

/** Lays the brief out at the largest size of type that leaves its drawings their room, and draws it. */
function drawn(doc: Doc, brief: Brief) {
  for (let scale = 1; ; scale -= 0.04) {
    const above = laid(new Side(doc, scale, false), brief);
    const below = footed(new Side(doc, scale, false), brief);
    const room = BOTTOM - above - (below - PAGE.margin);
    const pictures = brief.pair.length > 0;
    if (room < (pictures ? LEAST : 0) && scale > 0.62) continue;
    const side = new Side(doc, scale, true);
    side.y = laid(side, brief);
    if (pictures) paired(side, brief, room - 8);
    side.y = BOTTOM - (below - PAGE.margin);
    footed(side, brief);
    return;
  }
}

/** Title, headline, findings, trend and ambitions; where they end. */
function laid(side: Side, brief: Brief): number {
  side.text('H1', brief.title, { size: 19, bold: true }, 1);
  side.text('P', brief.subtitle, { size: 9, colour: PALETTE.secondary }, 7);
  side.text('P', brief.headline, { size: 12, bold: true }, 5);
  for (const finding of brief.findings) side.text('P', `•  ${finding}`, { size: 9 }, 3);
  for (const why of brief.missing) side.text('P', why, { size: 9 }, 3);
  if (brief.trend) {
    side.y += 4;
    framed(side, brief.trend, { x: PAGE.margin, width: ROOM, height: TREND });
    side.y += TREND + 8;
  }
  side.text('H2', 'Ambitions', { size: 10.5, bold: true }, 2);
  tabled(
    side,
    brief.ambitions.head.map((text) => ({ bold: text, text: '' })),
    true,
  );
  for (const row of brief.ambitions.rows) tabled(side, row, false);
  side.y += 3;
  side.text('P', brief.ambitions.note, { size: 7.5, colour: PALETTE.secondary }, 7);
  return side.y;
}

/** Cautions and sources, at the foot of the page; where they end. */
function footed(side: Side, brief: Brief): number {
  if (brief.cautions.length > 0) {
    side.text('H2', 'What these figures cannot say', { size: 10.5, bold: true }, 2);
    for (const caution of brief.cautions) side.text('P', `•  ${caution}`, { size: 8 }, 2);
  }
  side.y += 3;
  side.text('P', brief.foot, { size: 6.5, colour: PALETTE.secondary }, 0);
  return side.y;
}

const SMALL = { size: 8 } as const;

/** A row of the ambitions: what is bold and what follows it in each cell, over a hairline. */
function tabled(side: Side, cells: readonly BriefCell[], head: boolean) {
  const { doc } = side;
  const widths = COLUMNS.map((share) => share * ROOM);
  const highest = Math.max(
    ...cells.map(({ bold, text }, index) =>
      side.height([bold, text].filter(Boolean).join('  '), (widths[index] ?? 0) - CELL, {
        ...SMALL,
        // Bold is the wider: a cell with some of it is measured as if all of it were.
        bold: bold !== '',
      }),
    ),
  );
  if (side.draws) {
    let x = PAGE.margin;
    const row = doc.struct('TR');
    doc.addStructure(row);
    cells.forEach(({ bold, text, colour = PALETTE.ink }, index) => {
      const width = (widths[index] ?? 0) - CELL;
      const at = x;
      row.add(
        doc.struct(head || index === 0 ? 'TH' : 'TD', {}, () => {
          const options = { width, lineGap: 1 };
          if (bold !== '')
            side
              .set({ ...SMALL, bold: true, colour })
              .text(text === '' ? bold : `${bold}  `, at, side.y, { ...options, continued: text !== '' });
          if (text !== '') {
            const rest = side.set({ ...SMALL, colour: bold === '' ? PALETTE.ink : PALETTE.secondary });
            if (bold === '') rest.text(text, at, side.y, options);
            else rest.text(text, options);
          }
        }),
      );
      x += widths[index] ?? 0;
    });
    row.end();
    doc
      .moveTo(PAGE.margin, side.y + highest + 1.5)
      .lineTo(PAGE.margin + ROOM, side.y + highest + 1.5)
      .lineWidth(head ? 1 : 0.4)
      .strokeColor(head ? PALETTE.ink : PALETTE.grid)
      .stroke();
  }
  side.y += highest + 4;
}

/** Two drawings beside one another, in a height; one alone over the whole width. */
function paired(side: Side, { pair }: Brief, height: number) {
  const gap = 14;
  const width = (ROOM - gap * (pair.length - 1)) / pair.length;
  pair.forEach((each, index) => {
    framed(side, each, { x: PAGE.margin + index * (width + gap), width, height });
  });
}

type Frame = { x: number; width: number; height: number };

/** A heading, and under it a drawing as large as the rest of its frame allows. */
function framed(side: Side, { heading, svg, alt }: BriefPicture, { x, width, height }: Frame) {
  if (!side.draws) return;
  const { doc, y } = side;
  const style = { size: 9.5, bold: true };
  const high = side.height(heading, width, style);
  doc.addStructure(
    doc.struct('H2', {}, () => {
      side.set(style).text(heading, x, y, { width, lineGap: 1 });
    }),
  );
  doc.addStructure(
    doc.struct('Figure', { alt }, () => {
      SVGtoPDF(doc, svg, x, y + high + 3, {
        width,
        height: height - high - 3,
        preserveAspectRatio: 'xMinYMin meet',
        assumePt: true,
        fontCallback: (_family, bold) => (bold ? BOLD : REGULAR),
      });
    }),
  );
}
