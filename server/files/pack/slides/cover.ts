import { formatCount } from '../../../../data/text/format.ts';
import { briefName, listOfNames, periodWords } from '../../../../data/text/words.ts';
import { pageOf } from '../../shared/gather.ts';
import type { Paragraph, Slide } from '../deck.ts';
import { textBlock } from '../fit.ts';
import { asAt, type Content, definitions, fact, footer } from './kit.ts';

const BOX = { x: 0.9, y: 4.45, w: 11.5, h: 2.35 };

const names = ({ areas }: Content, codes: readonly string[]) =>
  listOfNames(
    codes.map((code) => briefName(areas.ccgs.find(({ area }) => area === code)?.name ?? code)).sort(),
  );

function ofAlliance(content: Content): Paragraph[] {
  const { areas, subject } = content;
  const alliance = areas.alliances.find(({ area }) => area === subject.area);
  if (!alliance) return [];
  const { lead, ccgs, populationAsPrinted } = alliance;
  const region = areas.regions.find(({ area }) => area === alliance.region)?.name ?? '';
  return [
    fact('Region', region),
    fact('Population', populationAsPrinted),
    fact('Lead', lead ? `${lead.name}, ${lead.role}, ${lead.organisation}` : 'No lead is named in Annex i'),
    fact(`CCGs of December 2016 (${ccgs.length})`, names(content, ccgs)),
  ];
}

function ofCcg({ areas, subject }: Content): Paragraph[] {
  const ccg = areas.ccgs.find(({ area }) => area === subject.area);
  const later = areas.laterCcgs.find(({ area }) => area === subject.area);
  return [
    fact('NHS code', subject.area),
    fact('Alliance', subject.alliance.name),
    ...(ccg ? [fact('Population', formatCount(ccg.population))] : []),
    ...(ccg?.successors ?? []).map(({ name, from }) => fact('Succeeded by', `${name}, ${periodWords(from)}`)),
    ...(later && !ccg ? [fact('Made', periodWords(later.from))] : []),
  ];
}

const ofToday = ({ areas, subject }: Content): Paragraph[] =>
  areas.alliancesToday
    .filter(({ area }) => area === subject.area)
    .flatMap(({ icbs, onsCode, population }) => [
      fact('Kind', 'one of today’s Cancer Alliances'),
      fact('ONS code', onsCode),
      fact('Population, mid-2015', formatCount(population)),
      fact(
        'ICBs',
        listOfNames(areas.icbs.filter(({ area }) => icbs.includes(area)).map(({ name }) => briefName(name))),
      ),
    ]);

const ofIcb = ({ areas, subject }: Content): Paragraph[] =>
  areas.icbs
    .filter(({ area }) => area === subject.area)
    .flatMap(({ from, until, population, onsCode, successors }) => [
      fact('NHS code', `${subject.area}${onsCode && `; ONS ${onsCode}`}`),
      fact('Alliance today', subject.alliance.name),
      fact('Population, mid-2015', formatCount(population)),
      fact('Figures', `from ${periodWords(from)}${until === null ? ' on' : ` to ${periodWords(until)}`}`),
      ...successors.map((next) => fact('Succeeded by', `${next.name}, ${periodWords(next.from)}`)),
    ]);

const ofEngland = ({ areas }: Content): Paragraph[] => [
  fact('Alliances', formatCount(areas.alliances.length)),
  fact('CCGs of December 2016', formatCount(areas.ccgs.length)),
];

const FACTS = {
  alliance: ofAlliance,
  'alliance-today': ofToday,
  ccg: ofCcg,
  icb: ofIcb,
  england: ofEngland,
};

/** The area and period of the deck, facts about the area, and the data that the deck was made of. */
export function coverSlide(content: Content): Slide {
  const { subject, dataVersion, builtAt, areas } = content;
  const day = new Date(builtAt).toLocaleDateString('en-GB', { dateStyle: 'long', timeZone: 'UTC' });
  const kind = areas.alliances.find(({ area }) => area === subject.area)?.kind;
  const facts = [
    ...FACTS[subject.level](content),
    fact('Data', `version ${dataVersion}, built on ${day}`),
    fact('Read on', pageOf(content, content.origin)),
  ];
  return {
    id: 'cover',
    layout: 'cover',
    title: subject.name,
    subtitle: `Cancer outcomes${kind === 'vanguard' ? ' · National Cancer Vanguard' : ''}. ${asAt(content)}`,
    blocks: [textBlock('Facts', BOX, facts, { largest: 15, least: 9 })],
    footer: footer(content, { metrics: [], link: ' ' }).trim(),
    notes: [
      subject.level === 'icb' || subject.level === 'alliance-today'
        ? 'Today’s organisations are not in Annex i, which has lead, population and plans of the Alliances of 2016 only.'
        : 'Region, population, lead and CCGs are as Annex i of the guidance of December 2016 has them.',
      'Every figure of this deck can be looked up, down to the publisher’s cell, at the address on this slide.',
      ...definitions(content.waits),
    ],
  };
}
