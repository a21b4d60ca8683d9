import { useQuery } from '@tanstack/react-query';
import { Link } from 'wouter';
import type { Catalogue, Snapshot, SnapshotQuery } from '../../../data/contract/index.ts';
import { metric as metricOf } from '../../../data/metrics/index.ts';
import { colouredBy } from '../../../data/painting.ts';
import { parsePeriod } from '../../../data/periods.ts';
import { snapshotFinding } from '../../../data/text/snapshot.ts';
import { areasNoun, asSentence, periodBrief, periodWords } from '../../../data/text/words.ts';
import { snapshotQuery } from '../../api.ts';
import { Finding } from '../../ui/Finding.tsx';
import { ENGLAND, type EnglandView, englandUrl, periodsAt } from '../../url.ts';

type Props = { catalogue: Catalogue; view: EnglandView; snapshot: Snapshot };

/**
 * What stands first: England’s figure on the map. Of a standard that has ended it leads to today’s areas, and where the
 * page opens it begins with England’s latest month by the standard in force now.
 */
export function Lead(props: Props) {
  const asked = leadAsks(props.view, props.catalogue);
  return asked ? (
    <OfEnded {...props} asked={asked} />
  ) : (
    <>
      <Topic snapshot={props.snapshot} />
      <Finding
        sentences={snapshotFinding(
          metricOf(props.view.metric),
          props.snapshot,
          colouredBy(metricOf(props.view.metric), props.view.colour),
        )}
      />
    </>
  );
}

function OfEnded({ catalogue, view, snapshot, asked }: Props & { asked: SnapshotQuery }) {
  const { data: now } = useQuery(snapshotQuery(asked));
  const metric = metricOf(view.metric);
  const sentences = snapshotFinding(metric, snapshot, colouredBy(metric, view.colour));
  const last = monthsOf(catalogue, view.metric, view.level).at(-1);
  const onward = (
    <>
      {last && `Figures by ${areasNoun(view.level, 1)} end in ${periodBrief(last)}. `}
      <ToToday catalogue={catalogue} asked={asked} />
    </>
  );
  const [latest] = now ? snapshotFinding(metricOf(asked.metric), now) : [];
  if (!now || view.period !== catalogue.home.period)
    return (
      <>
        <Topic snapshot={snapshot} />
        <Finding sentences={sentences} />
        <p className="lede">
          {latest && (
            <>
              <b>{latest}</b> ({metricOf(asked.metric).label}.){' '}
            </>
          )}
          {onward}
        </p>
      </>
    );
  return (
    <>
      <Topic snapshot={now} />
      <h1 data-testid="finding">{latest}</h1>
      <p className="lede">
        <b>On the map, the {metric.label}:</b> {sentences.join(' ')} {onward}
      </p>
    </>
  );
}

/** What is measured, of whom and when. */
function Topic({ snapshot: { query } }: { snapshot: Snapshot }) {
  const { label, phrase } = metricOf(query.metric);
  return (
    <p className="topic">
      <b>{label}:</b> {phrase}. {groupWords(query.group)}
      {periodWords(query.period)}.
    </p>
  );
}

function ToToday({ catalogue, asked }: { catalogue: Catalogue; asked: SnapshotQuery }) {
  const today = { metric: asked.metric, level: 'icb', period: asked.period };
  const there = ENGLAND.parse(new URLSearchParams(today), { catalogue });
  return (
    <Link href={englandUrl(there, catalogue)}>
      See {periodBrief(there.period)} by {areasNoun(there.level, 1)}
    </Link>
  );
}

/** What the lead asks: England’s latest month by the standard that replaced the one shown; null where none did. */
export function leadAsks(view: EnglandView, catalogue: Catalogue): SnapshotQuery | null {
  const metric = catalogue.metrics.find(({ id }) => id === view.metric)?.ended?.replacedBy;
  const period = metric && monthsOf(catalogue, metric, 'region').at(-1);
  // Of all answers with England’s figure, that by region is the smallest.
  return period ? { metric, period, level: 'region' } : null;
}

const monthsOf = ({ metrics }: Catalogue, metric: string, level: string): string[] =>
  periodsAt(
    metrics.find(({ id }) => id === metric),
    level,
  ).filter((period) => parsePeriod(period)?.grain === 'month');

/** Whose figures these are, where they are not everybody’s: `Sex: female.` */
const groupWords = (group = 'all'): string =>
  group === 'all' ? '' : `${asSentence(group.replace(':', ': '))} `;
