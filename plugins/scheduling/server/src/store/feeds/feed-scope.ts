import { patientInScope, placeInScope, type Scope } from '@enamel/access';
import { rows } from '@enamel/kernel/server';
import type { FeedKind } from '../../../../shared/feeds.ts';
import type { Runner } from '../runner.ts';

/** Calendars are by place: whoever works nowhere, or is bound by patients or schedule, is shown none but their own. */
const showsCalendars = (scope: Scope): boolean =>
  scope.schedule === 'everybody' && (scope.everywhere || Boolean(scope.places?.length));

const ownPractitioner = (scope: Scope): number | null => {
  if (scope.schedule !== 'everybody') return scope.schedule.practitioner?.id ?? null;
  return scope.everywhere ? null : scope.treatedBy;
};

const practitionerInScope = (scope: Scope, id: string): string =>
  showsCalendars(scope)
    ? `not exists (select from practitioners w join practitioners_locations_lnk wl on wl.practitioner_id = w.id
        where w.document_id = ${id} and not ${placeInScope(scope, 'wl.location_id')})`
    : `exists (select from practitioners w
        where w.document_id = ${id} and w.id = ${Number(ownPractitioner(scope))})`;

const locationInScope = (scope: Scope, id: string): string =>
  showsCalendars(scope)
    ? `exists (select from locations l where l.document_id = ${id} and ${placeInScope(scope, 'l.id')})`
    : 'false';

/** A feed shows all visits of its owner: a practitioner's belongs to whoever may know of all places where they work. */
export const ownerInScope = (scope: Scope, kind: string, id: string): string =>
  scope.everywhere && scope.schedule === 'everybody'
    ? 'true'
    : `case ${kind}
  when 'practitioner' then ${practitionerInScope(scope, id)}
  when 'location' then ${locationInScope(scope, id)}
  else exists (select from patients p where p.document_id = ${id} and ${patientInScope(scope, 'p.id')}) end`;

export const isOwnerInScope = async (
  on: Runner,
  scope: Scope,
  kind: FeedKind,
  owner: string,
): Promise<boolean> =>
  (
    await rows(
      on,
      `select 1 from (select cast(:kind as text) as kind, cast(:owner as text) as id) feed
       where ${ownerInScope(scope, 'feed.kind', 'feed.id')}`,
      { kind, owner },
    )
  ).length > 0;
