import { scopeOf } from '@enamel/access';
import { record } from '@enamel/audit';
import { invalid } from '@enamel/kernel';
import { clockOf } from '@enamel/kernel/server';
import type { Core } from '@strapi/strapi';
import type { ExplainAnswer, ExplainedReason } from '../../../../shared/explain.ts';
import { explain } from '../../domain/explain/explain.ts';
import { type ExplainCode, explainWords } from '../../domain/explain/explain-words.ts';
import type { Cause, Reason } from '../../domain/explain/reason.ts';
import { day, offsetWriter, stretchesOf } from '../../domain/slots/local-time.ts';
import type { Busy, Rules } from '../../domain/slots/rules.ts';
import { type Causes, causesOf } from '../../store/slots/causes.ts';
import { situationOf } from '../../store/slots/situation.ts';
import { found, rulesOf } from './rules.ts';

export interface ExplainQuery {
  readonly appointmentType: string;
  readonly location: string;
  /** Each who works at the location when null. */
  readonly practitioner: string | null;
  /** Epoch milliseconds. */
  readonly at: number;
}

interface Span {
  readonly start: number;
  readonly end: number;
}

/** The rules with the records behind them named. */
const traced = (rules: Rules, causes: Causes): Rules => {
  const off = <O extends Span>(spans: readonly O[]) =>
    spans.map((span) => {
      const cause = causes.off.find(({ start, end }) => start === span.start && end === span.end);
      return cause ? { ...span, source: cause.source } : span;
    });
  const person = (one: Rules['practitioners'][number]) => ({
    ...one,
    hours: causes.hours.filter((entry) => entry.person === one.id),
    off: off(one.off),
  });
  return {
    ...rules,
    practitioners: rules.practitioners.map(person),
    assistants: rules.assistants.map(person),
    chairs: rules.chairs.map((chair) => ({ ...chair, off: off(chair.off) })),
    equipment: rules.equipment.map((piece) => ({ ...piece, off: off(piece.off) })),
    closed: off(rules.closed),
  };
};

const tracedBusy = (busy: Busy, { claims }: Causes): Busy =>
  new Map(
    [...busy].map(([resource, taken]) => [
      resource,
      taken.map((span) => {
        const claim = claims.find(
          (one) => one.resource === resource && one.start === span.start && one.end === span.end,
        );
        return claim?.id ? { ...span, source: { kind: claim.kind, id: claim.id } } : span;
      }),
    ]),
  );

const withRecord = new Set([
  'appointment',
  'appointment-type',
  'time-off',
  'working-hours',
  'practitioner',
  'chair',
  'location',
  'equipment',
]);

const recordOf = (cause: Cause | null): ExplainedReason['record'] =>
  cause && withRecord.has(cause.kind)
    ? { uid: `api::${cause.kind}.${cause.kind}`, documentId: cause.id }
    : null;

const plain = (code: ExplainCode, resource: Cause, cause: Cause) => ({
  code,
  resource,
  cause,
  span: null,
});

/**
 * Every rule that keeps a time from being offered to patients, by practitioner.
 * @param seesVisits whether appointments may be named
 * @throws ClinicError UNKNOWN_APPOINTMENT_TYPE, UNKNOWN_LOCATION, UNKNOWN_PRACTITIONER, TOO_FAR_AWAY
 */
export const explainSlot = async (
  strapi: Core.Strapi,
  { appointmentType, location, practitioner, at }: ExplainQuery,
  seesVisits: boolean,
): Promise<ExplainAnswer['data']> => {
  const now = clockOf(strapi).now().epochMilliseconds;
  if (Math.abs(at - now) > 10 * 366 * day)
    throw invalid('VALIDATION_FAILED', 'at: must lie within ten years', {
      fields: [{ field: 'at', message: 'must lie within ten years' }],
    });
  const span = { start: at - 2 * day, end: at + 2 * day };
  const on = strapi.db.connection;
  const situation = found(
    await situationOf(on, {
      type: appointmentType,
      location,
      practitioner,
      patient: null,
      span,
      now,
    }),
    practitioner,
    'desk',
  );
  const causes = await causesOf(on, {
    location,
    since: span.start,
    until: span.end,
    resources: [...situation.busy.keys()],
    scope: await scopeOf(strapi),
  });
  const { zone } = situation.location;
  const stretches = stretchesOf(zone, Math.min(now, span.start), Math.max(now, span.end) + 2 * day);
  const rules = traced(rulesOf(situation, 'desk'), causes);
  const busy = tracedBusy(situation.busy, causes);
  const write = offsetWriter(stretches);
  const type = { kind: 'appointment-type', id: appointmentType };

  const shown = ({
    code,
    resource,
    cause,
    span: covers,
  }: Omit<Reason, 'code'> & { code: ExplainCode }) => ({
    code,
    message: explainWords[code],
    resource: resource && { ...resource, name: causes.names[resource.id] ?? '' },
    record: cause?.kind === 'appointment' && !seesVisits ? null : recordOf(cause),
    span: covers && { start: write(covers.start), end: write(covers.end) },
  });
  const people = practitioner ? [practitioner] : situation.practitioners.map(({ id }) => id);
  await record(strapi, undefined, {
    action: 'slots.explained',
    subject: 'appointment-type',
    subjectId: appointmentType,
    detail: { location, at: write(at) },
  });
  return {
    at: write(at),
    zone,
    location,
    people: people.map((id) => {
      const self = { kind: 'practitioner', id };
      const reasons = [
        ...(situation.type.online && situation.type.active
          ? []
          : [plain('TYPE_NOT_ONLINE', type, type)]),
        ...(situation.practitioners.some((one) => one.id === id && one.performs && !one.online)
          ? [plain('PRACTITIONER_NOT_ONLINE', self, self)]
          : []),
        ...explain(
          rules,
          busy,
          { start: at, practitioner: id, patient: null, type: appointmentType },
          now,
          stretches,
        ),
      ].map(shown);
      return {
        practitioner: { documentId: id, name: causes.names[id] ?? '' },
        offered: reasons.length === 0,
        reasons,
      };
    }),
  };
};
