/** Folds the record into what the picture shows at an instant. */
import { isExpected } from './eruption.ts';
import { doneSince, isOpenAt, statusAt } from './history.ts';
import type { Finding, Treatment } from './records.ts';
import { bitingSurfaceOf, facialSurfaceOf, type Surface } from './surfaces.ts';
import { allTeeth, predecessorOf, successorOf, type ToothNumber, toothOf } from './tooth.ts';
import {
  replacesTooth,
  type TreatmentStatus,
  type Zone,
  zoneOfFinding,
  zoneOfProcedure,
} from './vocabulary.ts';

/** One look of a field; several may lie over each other. */
export const marks = ['done', 'in-progress', 'planned', 'finding', 'referred'] as const;
export type Mark = (typeof marks)[number];

export const presences = ['present', 'missing', 'implant', 'unerupted'] as const;
export type Presence = (typeof presences)[number];

export interface ToothState {
  readonly tooth: ToothNumber;
  readonly presence: Presence;
  readonly surfaces: Readonly<Partial<Record<Surface, readonly Mark[]>>>;
  readonly crown: readonly Mark[];
  readonly root: readonly Mark[];
  /** An extraction that is planned, begun or referred. */
  readonly removal: readonly Mark[];
  readonly implant: readonly Mark[];
  /** A note on the tooth as a whole. */
  readonly whole: readonly Mark[];
  /** Open findings and living treatments of the tooth, by document id. */
  readonly findings: readonly string[];
  readonly treatments: readonly string[];
}

export interface ChartInput {
  readonly findings: readonly Finding[];
  readonly treatments: readonly Treatment[];
  /** Age in whole years at that instant; grown up when unknown. */
  readonly age?: number | undefined;
  /** The instant to draw; the present state of the record without one. */
  readonly at?: string | undefined;
}

const markOf: Record<TreatmentStatus, Mark | undefined> = {
  planned: 'planned',
  'in-progress': 'in-progress',
  completed: 'done',
  existing: 'done',
  'existing-elsewhere': 'done',
  referred: 'referred',
  inactive: undefined,
};

interface Draft {
  readonly tooth: ToothNumber;
  presence: Presence;
  surfaces: Map<Surface, Set<Mark>>;
  zones: Map<Zone, Set<Mark>>;
  findings: string[];
  treatments: string[];
}

const blank = (tooth: ToothNumber, presence: Presence): Draft => ({
  tooth,
  presence,
  surfaces: new Map(),
  zones: new Map(),
  findings: [],
  treatments: [],
});

const paint = (draft: Draft, zone: Zone, surfaces: readonly Surface[], mark: Mark) => {
  if (zone === 'mouth') return;
  if (surfaces.length > 0 && (zone === 'surfaces' || zone === 'tooth')) {
    for (const surface of surfaces)
      draft.surfaces.set(surface, (draft.surfaces.get(surface) ?? new Set()).add(mark));
    return;
  }
  const whole = zone === 'surfaces' ? 'crown' : zone;
  draft.zones.set(whole, (draft.zones.get(whole) ?? new Set()).add(mark));
};

const clear = (draft: Draft) => {
  draft.surfaces.clear();
  draft.zones.clear();
  draft.findings = [];
};

/** Where nothing else is said a veneer covers the facial, a sealant the biting surface. */
const surfacesTreated = ({ procedure, surfaces, tooth }: Treatment): readonly Surface[] => {
  if (surfaces.length > 0 || !tooth) return surfaces;
  if (procedure === 'veneer') return [facialSurfaceOf(tooth)];
  return procedure === 'sealant' ? [bitingSurfaceOf(tooth)] : [];
};

const restoredBySurface = new Set(['caries', 'fracture', 'wear', 'sensitivity']);

/**
 * What a later treatment leaves of a finding: its remaining surfaces, or undefined when nothing remains. A filling
 * answers the surfaces it covers, a crown all of them, a root canal what is at the root.
 */
export const remainderOf = (
  finding: Finding,
  treatment: Treatment,
): readonly Surface[] | undefined => {
  const { procedure } = treatment;
  const { kind, surfaces } = finding;
  if (procedure === 'root-canal' && (kind === 'periapical-lesion' || kind === 'sensitivity'))
    return undefined;
  if (procedure === 'crown' && restoredBySurface.has(kind)) return undefined;
  if (zoneOfProcedure(procedure) !== 'surfaces' || !restoredBySurface.has(kind)) return surfaces;
  const covered = surfacesTreated(treatment);
  if (surfaces.length === 0) return surfaces;
  const left = surfaces.filter((surface) => !covered.includes(surface));
  return left.length > 0 ? left : undefined;
};

type Entry =
  | { readonly at: number; readonly finding: Finding }
  | { readonly at: number; readonly treatment: Treatment };

const isDone = (status: TreatmentStatus | undefined) => !!status && markOf[status] === 'done';

/** What has happened in the mouth, in order of time: the present picture of one tooth. */
const settle = (draft: Draft, entries: readonly Entry[]) => {
  let endedAt = Number.NEGATIVE_INFINITY;
  let open: { finding: Finding; surfaces: readonly Surface[] }[] = [];
  for (const entry of [...entries].sort((a, b) => a.at - b.at)) {
    if ('finding' in entry) {
      const { finding } = entry;
      if (finding.kind === 'missing') {
        clear(draft);
        open = [];
        draft.presence = 'missing';
        draft.findings.push(finding.documentId);
        endedAt = entry.at;
      } else {
        draft.presence = finding.kind === 'impacted' ? 'unerupted' : seen(draft);
        open.push({ finding, surfaces: finding.surfaces });
      }
      continue;
    }
    const { treatment } = entry;
    const zone = zoneOfProcedure(treatment.procedure);
    draft.treatments.push(treatment.documentId);
    if (zone === 'removal') {
      clear(draft);
      open = [];
      draft.presence = 'missing';
      endedAt = entry.at;
    } else if (zone === 'implant') {
      clear(draft);
      open = [];
      draft.presence = 'implant';
      paint(draft, zone, [], 'done');
    } else {
      if (zone !== 'mouth' && !replacesTooth(treatment.procedure)) draft.presence = seen(draft);
      const surfaces = surfacesTreated(treatment);
      paint(draft, zone, surfaces, 'done');
      open = open.flatMap(({ finding, surfaces: before }) => {
        const left = remainderOf({ ...finding, surfaces: before }, treatment);
        return left ? [{ finding, surfaces: left }] : [];
      });
    }
  }
  for (const { finding, surfaces } of open) {
    paint(draft, zoneOfFinding(finding.kind), surfaces, 'finding');
    draft.findings.push(finding.documentId);
  }
  return endedAt;
};

/** A tooth with something on it has come through. */
const seen = (draft: Draft): Presence =>
  draft.presence === 'unerupted' ? 'present' : draft.presence;

const stateOf = (tooth: ToothNumber, input: ChartInput): ToothState => {
  const { at } = input;
  const draft = blank(tooth, isExpected(tooth, input.age) ? 'present' : 'unerupted');
  const treatments = input.treatments.filter((treatment) => treatment.tooth === tooth);
  const entries: Entry[] = [
    ...input.findings
      .filter((finding) => finding.tooth === tooth && isOpenAt(finding, at))
      .map((finding) => ({ at: Date.parse(finding.foundAt), finding })),
    ...treatments
      .filter((treatment) => isDone(statusAt(treatment, at)))
      .map((treatment) => ({ at: doneSince(treatment), treatment })),
  ];
  const endedAt = settle(draft, entries);
  for (const treatment of treatments) {
    const status = statusAt(treatment, at);
    const mark = status && markOf[status];
    if (!mark || mark === 'done') continue;
    draft.treatments.push(treatment.documentId);
    const outlived =
      draft.presence === 'missing' &&
      !replacesTooth(treatment.procedure) &&
      Date.parse(treatment.createdAt) <= endedAt;
    if (outlived) continue;
    const zone = zoneOfProcedure(treatment.procedure);
    if (zone !== 'mouth' && !replacesTooth(treatment.procedure)) draft.presence = seen(draft);
    paint(draft, zone, surfacesTreated(treatment), mark);
  }
  const zone = (name: Zone): Mark[] => [...(draft.zones.get(name) ?? [])];
  return {
    tooth,
    presence: draft.presence,
    surfaces: Object.fromEntries([...draft.surfaces].map(([key, marks]) => [key, [...marks]])),
    crown: zone('crown'),
    root: zone('root'),
    removal: zone('removal'),
    implant: zone('implant'),
    whole: zone('tooth'),
    findings: draft.findings,
    treatments: draft.treatments,
  };
};

const spokenOf = (state: ToothState) => state.findings.length > 0 || state.treatments.length > 0;

/**
 * The teeth to draw: all permanent ones, and of the deciduous those that stand in the mouth. A deciduous tooth stands while
 * it is expected at that age or spoken of, until it is lost or its successor has come through.
 */
export const chartOf = (input: ChartInput): ToothState[] => {
  const states = new Map(allTeeth.map((tooth) => [tooth, stateOf(tooth, input)]));
  const stands = (state: ToothState): boolean => {
    const expected = isExpected(state.tooth, input.age);
    if (!expected && (!spokenOf(state) || state.presence === 'missing')) return false;
    const successor = states.get(successorOf(state.tooth) ?? '');
    return !(
      expected &&
      !spokenOf(state) &&
      successor &&
      spokenOf(successor) &&
      successor.presence === 'present'
    );
  };
  const standing = [...states.values()].filter(
    (state) => toothOf(state.tooth).dentition === 'permanent' || stands(state),
  );
  const deciduous = new Set(standing.map(({ tooth }) => tooth));
  return standing.map((state) => {
    const predecessor =
      toothOf(state.tooth).dentition === 'permanent' ? predecessorOf(state.tooth) : undefined;
    const covered = predecessor && deciduous.has(predecessor) && !spokenOf(state);
    return covered && states.get(predecessor)?.presence === 'present'
      ? { ...state, presence: 'unerupted' }
      : state;
  });
};
