/** The outbox as staff use it. Whoever reads a patient's message leaves a line in the audit trail. */
import { scopeOf } from '@enamel/access';
import { record } from '@enamel/audit';
import { conflict, missing, system } from '@enamel/kernel';
import { clockOf, currentActor, runAs, transaction } from '@enamel/kernel/server';
import type { Core } from '@strapi/strapi';
import type { DeliveryDetail, DeliveryPage } from '../../../shared/index.ts';
import { requeue } from '../store/ledger.ts';
import { type OutboxQuery, readOne, readPage } from '../store/outbox.ts';
import { carryAll } from './courier.ts';

const find = async (strapi: Core.Strapi, id: string) => {
  const found = await readOne(strapi.db.connection, id, await scopeOf(strapi));
  if (!found) throw missing('MESSAGE_NOT_FOUND', 'There is no such message.');
  return found;
};

export const listDeliveries = async (
  strapi: Core.Strapi,
  query: Omit<OutboxQuery, 'scope'>,
): Promise<DeliveryPage> => {
  const { page, people } = await readPage(strapi.db.connection, {
    ...query,
    scope: await scopeOf(strapi),
  });
  await record(strapi, undefined, { action: 'list', subject: 'message', patients: people });
  return page;
};

export const readDelivery = async (strapi: Core.Strapi, id: string): Promise<DeliveryDetail> => {
  const { message, people } = await find(strapi, id);
  await record(strapi, undefined, {
    action: 'read',
    subject: 'message',
    subjectId: id,
    patients: people,
  });
  return message;
};

/** @throws 404 MESSAGE_NOT_FOUND, 409 MESSAGE_ON_ITS_WAY */
export const sendAgain = async (strapi: Core.Strapi, id: string): Promise<DeliveryDetail> => {
  const { people } = await find(strapi, id);
  const actor = currentActor(strapi);
  const by = actor.kind === 'staff' ? actor.name : actor.id;
  await transaction(strapi, async (trx) => {
    if (!(await requeue(trx, id, by, clockOf(strapi).now())))
      throw conflict('MESSAGE_ON_ITS_WAY', 'This message is being sent already.');
    await record(strapi, trx, {
      action: 'send-again',
      subject: 'message',
      subjectId: id,
      patients: people,
    });
  });
  await runAs(system('reminders'), () => carryAll(strapi));
  return (await find(strapi, id)).message;
};
