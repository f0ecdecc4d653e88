/**
 * The one door to the chart: whoever writes a finding or a treatment (panel form, generated REST, our own routes) passes the
 * same rules, and every move of a treatment leaves a step. Jobs of our own are trusted with dates and with deleting.
 */
import { conflict, invalid, missing } from '@enamel/kernel';
import { clockOf, currentActor, emit, type Transaction, transaction } from '@enamel/kernel/server';
import type { Core } from '@strapi/strapi';
import { chartOf, replacesTooth, zoneOfProcedure } from '../../../shared/index.ts';
import {
  checkFinal,
  checkFinding,
  checkFirst,
  checkMove,
  checkTreatment,
  historyStays,
  type TreatmentEntry,
} from '../domain/entry.ts';
import { findClinic } from '../store/clinic.ts';
import { findOwner, lockFinding } from '../store/findings.ts';
import { findFindings, findTreatments } from '../store/records.ts';
import { insertStep, lockTreatment } from '../store/treatments.ts';
import { keepingStanding } from './keeping-standing.ts';

type Middleware = Parameters<Core.Strapi['documents']['use']>[0];
type Call = Parameters<Middleware>[0];
type Next = () => Promise<unknown>;
type Data = Record<string, unknown>;

export const findingNoun = 'api::tooth-finding.tooth-finding';
export const treatmentNoun = 'api::treatment.treatment';

const dataOf = (call: Call): Data => ((call.params as { data?: Data }).data ??= {});
const documentIdOf = (call: Call) => (call.params as { documentId?: string }).documentId ?? '';
const isSystem = (strapi: Core.Strapi) => currentActor(strapi).kind === 'system';

const notAhead = (strapi: Core.Strapi, value: unknown, field: string): void => {
  if (typeof value !== 'string' && !(value instanceof Date)) return;
  const now = clockOf(strapi).now().epochMilliseconds;
  if (new Date(value).getTime() > now + 60_000)
    throw invalid('DATE_IN_FUTURE', 'What is yet to come cannot be recorded as done.', {
      fields: [{ field, message: 'This date is in the future.' }],
    });
};

const present = (data: Data): Data =>
  Object.fromEntries(Object.entries(data).filter(([, value]) => value !== undefined));

const writeFinding = async (strapi: Core.Strapi, call: Call, next: Next) => {
  const data = dataOf(call);
  notAhead(strapi, data.foundAt, 'foundAt');
  notAhead(strapi, data.resolvedAt, 'resolvedAt');
  if (call.action === 'create') {
    const entry = checkFinding(data);
    Object.assign(data, entry, {
      foundAt: data.foundAt ?? clockOf(strapi).now().toString(),
    });
  }
  return transaction(strapi, async (trx) => {
    if (call.action === 'update') {
      const before = await lockFinding(trx, documentIdOf(call));
      if (!before) throw missing('FINDING_NOT_FOUND', 'There is no such finding.');
      const after = checkFinding({ ...before, ...present(data) });
      const told = (['toothNumber', 'surfaces', 'kind'] as const).some(
        (field) => before[field] !== after[field],
      );
      const reopened = before.resolvedAt !== null && data.resolvedAt === null;
      if ((told || reopened) && !isSystem(strapi)) throw historyStays();
      for (const field of ['toothNumber', 'surfaces'] as const)
        if (field in data) data[field] = after[field];
    }
    const entry = { uid: findingNoun, documentId: documentIdOf(call) } as const;
    const result = (await (call.action === 'update'
      ? keepingStanding(strapi, trx, entry, next)
      : next())) as { id: number };
    if (!(await findOwner(trx, 'tooth_finding', result.id)))
      throw invalid('PATIENT_NEEDED', 'A finding belongs to a patient.');
    return result;
  });
};

/** @throws 409 when the tooth is not there and what is to be done does not replace it. */
const checkPresence = async (trx: Transaction, id: number, entry: TreatmentEntry, self: string) => {
  const { toothNumber, procedure, status } = entry;
  if (toothNumber === null || replacesTooth(procedure) || procedure === 'other') return;
  if (zoneOfProcedure(procedure) === 'mouth' || status.startsWith('existing')) return;
  const findings = await findFindings(trx, id);
  const treatments = (await findTreatments(trx, id)).filter((each) => each.documentId !== self);
  const state = chartOf({ findings, treatments }).find(({ tooth }) => tooth === toothNumber);
  const crownOnImplant = procedure === 'crown' && state?.presence === 'implant';
  const gone = state?.presence === 'missing' || state?.presence === 'implant';
  if (gone && !crownOnImplant)
    throw conflict('TOOTH_MISSING', `Tooth ${toothNumber} is not there any more.`, {
      details: { tooth: toothNumber },
    });
};

const stampCompletion = async (strapi: Core.Strapi, trx: Transaction, data: Data) => {
  const now = clockOf(strapi).now();
  const { zone } = await findClinic(trx);
  data.completedAt ??= now.toString();
  const instant = Temporal.Instant.from(new Date(data.completedAt as string).toISOString());
  data.date ??= instant.toZonedDateTimeISO(zone).toPlainDate().toString();
};

const writeTreatment = (strapi: Core.Strapi, call: Call, next: Next) =>
  transaction(strapi, async (trx) => {
    const data = dataOf(call);
    notAhead(strapi, data.completedAt, 'completedAt');
    const creating = call.action === 'create';
    const before = creating ? undefined : await lockTreatment(trx, documentIdOf(call));
    if (!creating && !before) throw missing('TREATMENT_NOT_FOUND', 'There is no such treatment.');
    const entry = checkTreatment({ ...before, ...present(data) });
    const moved = entry.status !== before?.status;
    if (!isSystem(strapi)) {
      if (before) {
        if (moved) checkMove(before.status, entry.status);
        checkFinal(before, entry);
      } else checkFirst(entry.status);
    }
    for (const field of ['toothNumber', 'surfaces'] as const)
      if (creating || field in data) data[field] = entry[field];
    if (moved && entry.status === 'completed') await stampCompletion(strapi, trx, data);
    const kept = { uid: treatmentNoun, documentId: documentIdOf(call) } as const;
    const result = (await (creating ? next() : keepingStanding(strapi, trx, kept, next))) as {
      id: number;
      documentId: string;
    };
    const owner = await findOwner(trx, 'treatment', result.id);
    if (!owner) throw invalid('PATIENT_NEEDED', 'A treatment belongs to a patient.');
    if (!moved) return result;
    const ahead = ['planned', 'in-progress', 'completed'].includes(entry.status);
    if (ahead && !isSystem(strapi)) await checkPresence(trx, owner, entry, result.documentId);
    await insertStep(trx, {
      treatment: result.id,
      from: before?.status ?? null,
      to: entry.status,
      at: clockOf(strapi).now(),
      actor: currentActor(strapi),
    });
    if (entry.status === 'completed')
      await emit(strapi, trx, 'treatment.completed', { treatment: result.documentId });
    return result;
  });

export const chartDoor =
  (strapi: Core.Strapi): Middleware =>
  (call, next) => {
    const write = call.action === 'create' || call.action === 'update';
    const guards: Record<string, typeof writeFinding> = {
      [findingNoun]: writeFinding,
      [treatmentNoun]: writeTreatment,
    };
    const guard = guards[call.uid];
    if (!guard) return next();
    if (write) return guard(strapi, call, next as Next) as ReturnType<typeof next>;
    if ((call.action === 'delete' || call.action === 'clone') && !isSystem(strapi))
      throw historyStays();
    return next();
  };
