import type { ExplainAnswer, ExplainedReason } from '../../../shared/explain.ts';
import { house } from '../../../shared/hours.ts';

type Asked = Pick<ExplainAnswer['data'], 'at' | 'location'>;

export interface CauseLink {
  /** What it leads to; the words of the link are `why.open.…`. */
  readonly kind: 'visit' | 'hours' | 'record';
  readonly to: string;
}

const calendar = ({ at, location }: Asked, more: Record<string, string>): string =>
  `/plugins/scheduling/calendar?${new URLSearchParams({ date: at.slice(0, 10), location, ...more })}`;

const hoursAnchors: Readonly<Record<string, string>> = {
  HOLIDAY: 'hours-holidays',
  OUTSIDE_HOURS: 'hours-week',
  HOURS_INTERRUPTED: 'hours-week',
  HOURS_REPLACED: 'hours-days',
  HOURS_NOT_IN_FORCE: 'hours-week',
  TIME_OFF: 'hours-off',
  LOCATION_CLOSED: 'hours-off',
  CHAIR_OFF: 'hours-off',
  EQUIPMENT_OFF: 'hours-off',
};

/** Where what causes a reason is looked at and changed; the hours have a page of their own for those who may change all. */
export const causeLink = (
  { code, record, resource }: Pick<ExplainedReason, 'code' | 'record' | 'resource'>,
  asked: Asked,
  allHours: boolean,
): CauseLink | undefined => {
  const anchor = hoursAnchors[code];
  if (anchor && allHours) {
    const whose = resource?.kind === 'practitioner' ? resource.id : house;
    return { kind: 'hours', to: `/plugins/scheduling/hours?whose=${whose}#${anchor}` };
  }
  if (!record) return undefined;
  if (record.uid === 'api::appointment.appointment')
    return { kind: 'visit', to: calendar(asked, { visit: record.documentId }) };
  return {
    kind: 'record',
    to: `/content-manager/collection-types/${record.uid}/${record.documentId}`,
  };
};

/** The calendar with a booking of the asked time begun. */
export const bookLink = (asked: Asked, visitType: string, practitioner: string): string =>
  calendar(asked, { at: asked.at.slice(11, 16), visitType, practitioner });
