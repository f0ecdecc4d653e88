/** What the record said at an instant. Without one: what it says now. */
import type { Finding, Treatment } from './records.ts';
import type { TreatmentStatus } from './vocabulary.ts';

const time = (instant: string): number => Date.parse(instant);

/** Epoch milliseconds since when an existing or completed treatment is in the mouth. */
export const doneSince = (treatment: Treatment): number => {
  if (treatment.completedAt) return time(treatment.completedAt);
  return time(treatment.date ?? treatment.createdAt);
};

interface Moment {
  readonly at: number;
  readonly status: TreatmentStatus;
}

/** Imported treatments have no steps: their dates tell what can be told. */
const fromDates = (treatment: Treatment): Moment[] => {
  const { status } = treatment;
  const created = time(treatment.createdAt);
  if (status !== 'completed' && status !== 'existing' && status !== 'existing-elsewhere')
    return [{ at: created, status }];
  const done = doneSince(treatment);
  const before: Moment[] =
    status === 'completed' && created < done ? [{ at: created, status: 'planned' }] : [];
  return [...before, { at: done, status }];
};

const momentsOfTreatment = (treatment: Treatment): Moment[] => {
  const [first, ...later] = treatment.steps;
  if (!first) return fromDates(treatment);
  const start: Moment[] = first.from
    ? [{ at: Math.min(time(treatment.createdAt), time(first.at)), status: first.from }]
    : [];
  return [...start, ...[first, ...later].map(({ at, to }) => ({ at: time(at), status: to }))];
};

/** Undefined when the record did not know of it yet. */
export const statusAt = (treatment: Treatment, at?: string): TreatmentStatus | undefined => {
  if (at === undefined) return treatment.status;
  const until = time(at);
  return momentsOfTreatment(treatment).findLast((moment) => moment.at <= until)?.status;
};

/** Seen by then and neither resolved nor superseded. */
export const isOpenAt = (finding: Finding, at?: string): boolean => {
  if (at === undefined) return finding.resolvedAt === null && finding.supersededBy === null;
  const until = time(at);
  return (
    time(finding.foundAt) <= until &&
    (finding.resolvedAt === null || time(finding.resolvedAt) > until)
  );
};

/** Every instant at which the chart changed, oldest first. */
export const momentsOf = (
  findings: readonly Finding[],
  treatments: readonly Treatment[],
): string[] => {
  const all = [
    ...findings.flatMap(({ foundAt, resolvedAt }) => [foundAt, resolvedAt ?? foundAt].map(time)),
    ...treatments.flatMap((treatment) => momentsOfTreatment(treatment).map(({ at }) => at)),
  ];
  return [...new Set(all)].sort((a, b) => a - b).map((at) => new Date(at).toISOString());
};
