import { useQuery } from '@tanstack/react-query';
import { Link } from 'wouter';
import type { Catalogue, SnapshotQuery } from '../../../data/contract/index.ts';
import { metric as metricOf } from '../../../data/metrics/index.ts';
import { parsePeriod } from '../../../data/periods.ts';
import { snapshotFinding } from '../../../data/text/snapshot.ts';
import { areasNoun, periodBrief } from '../../../data/text/words.ts';
import { snapshotQuery } from '../../api.ts';
import { ENGLAND, type EnglandView, englandUrl, periodsAt } from '../../url.ts';

/** What stands first: England by the standard in force now, and where today’s areas are to be seen. */
export function Lead({ catalogue, view }: { catalogue: Catalogue; view: EnglandView }) {
  const asked = leadAsks(view, catalogue);
  return asked && <Now catalogue={catalogue} view={view} asked={asked} />;
}

type NowProps = { catalogue: Catalogue; view: EnglandView; asked: SnapshotQuery };

function Now({ catalogue, view, asked }: NowProps) {
  const { data: now } = useQuery(snapshotQuery(asked));
  const metric = metricOf(asked.metric);
  const months = monthsOf(catalogue, view.metric, view.level);
  const today = { metric: asked.metric, level: 'icb', period: asked.period };
  const there = ENGLAND.parse(new URLSearchParams(today), { catalogue });
  return (
    <p className="lede">
      {now && (
        <>
          <b>{snapshotFinding(metric, now)[0]}</b> ({metric.label}.){' '}
        </>
      )}
      {months.length > 0 &&
        `Figures by ${areasNoun(view.level, 1)} end in ${periodBrief(months.at(-1) ?? '')}. `}
      <Link href={englandUrl(there, catalogue)}>
        See {periodBrief(there.period)} by {areasNoun(there.level, 1)}
      </Link>
    </p>
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
