import { rows, type Transaction } from '@enamel/kernel/server';
import type { OfferState } from '../../../../shared/wait-list.ts';
import { nameOf } from '../names.ts';
import type { Runner } from '../runner.ts';

/** An offer. Ids are document ids, times epoch milliseconds. */
export interface OfferRow {
  readonly id: string;
  readonly entry: string | null;
  readonly source: string;
  readonly patient: string;
  readonly type: string;
  readonly location: string;
  readonly practitioner: string;
  readonly start: number;
  readonly end: number;
  readonly hold: string;
  readonly moves: string | null;
  readonly gap: number | null;
  readonly chain: string;
  readonly thenNext: boolean;
  readonly state: OfferState;
  readonly expires: number;
  readonly appointment: string | null;
}

const instant = (column: string) => `(extract(epoch from ${column}) * 1000)::float8`;
const columns = `o.id, o.entry_id as entry, o.source, o.patient_id as patient, o.appointment_type_id as type,
  o.location_id as location, o.practitioner_id as practitioner, ${instant('o.starts_at')} as start,
  ${instant('o.ends_at')} as "end", o.hold_id as hold, o.moves_id as moves, o.gap_id::int as gap, o.chain_id as chain,
  o.then_next as "thenNext", o.state, ${instant('o.expires_at')} as expires, o.appointment_id as appointment`;

export const insertOffer = async (
  trx: Transaction,
  offer: Omit<OfferRow, 'state' | 'appointment'> & { readonly now: number },
): Promise<void> => {
  await rows(
    trx,
    `insert into wait_list_offers (id, entry_id, source, patient_id, appointment_type_id, location_id, practitioner_id,
       starts_at, ends_at, hold_id, moves_id, gap_id, chain_id, then_next, offered_at, expires_at)
     values (:id, :entry, :source, :patient, :type, :location, :practitioner, to_timestamp(:start / 1000.0),
       to_timestamp(:end / 1000.0), :hold, :moves, :gap, :chain, :thenNext, to_timestamp(:now / 1000.0),
       to_timestamp(:expires / 1000.0))`,
    { ...offer },
  );
};

/** As it is, and kept so until the transaction ends. */
export const holdOffer = async (trx: Transaction, id: string) =>
  (
    await rows<OfferRow>(
      trx,
      `select ${columns} from wait_list_offers o where o.id = ? for update`,
      [id],
    )
  )[0];

export const holdOpenOfferOf = async (trx: Transaction, entry: string) =>
  (
    await rows<OfferRow>(
      trx,
      `select ${columns} from wait_list_offers o where o.entry_id = ? and o.state = 'open' for update`,
      [entry],
    )
  )[0];

/** What is being offered to an entry moves its visit. */
export const letOfferMove = async (trx: Transaction, entry: string, visit: string) => {
  await rows(
    trx,
    `update wait_list_offers set moves_id = :visit where entry_id = :entry and state = 'open'`,
    { entry, visit },
  );
};

/** The next offer whose time to decide is over and that no other process is closing. */
export const takeExpired = async (trx: Transaction, now: number) =>
  (
    await rows<OfferRow>(
      trx,
      `select ${columns} from wait_list_offers o
       where o.state = 'open' and o.expires_at <= to_timestamp(? / 1000.0)
       order by o.expires_at limit 1 for update skip locked`,
      [now],
    )
  )[0];

/** The next open offer whose entry or patient was closed, archived or deleted by whoever knows of no offers. */
export const takeForsaken = async (trx: Transaction) =>
  (
    await rows<OfferRow>(
      trx,
      `select ${columns} from wait_list_offers o
       where o.state = 'open' and (
         o.entry_id is not null and not exists (
           select from wait_list_entries e where e.document_id = o.entry_id and e.status = 'offered')
         or not exists (
           select from patients p where p.document_id = o.patient_id and not coalesce(p.archived, false)))
       order by o.expires_at limit 1 for update skip locked`,
    )
  )[0];

/** The next offer that came to nothing and after which somebody else is to be asked. */
export const takeToFollow = async (trx: Transaction) =>
  (
    await rows<OfferRow>(
      trx,
      `select ${columns} from wait_list_offers o
       where o.then_next and not o.followed and o.state in ('declined', 'expired')
       order by o.settled_at limit 1 for update skip locked`,
    )
  )[0];

export const markFollowed = async (trx: Transaction, id: string): Promise<void> => {
  await rows(trx, 'update wait_list_offers set followed = true where id = ?', [id]);
};

export const settleOffer = async (
  trx: Transaction,
  id: string,
  state: Exclude<OfferState, 'open'>,
  appointment: string | null,
  now: number,
): Promise<void> => {
  await rows(
    trx,
    `update wait_list_offers set state = :state, appointment_id = :appointment,
       settled_at = to_timestamp(:now / 1000.0) where id = :id`,
    { id, state, appointment, now },
  );
};

/** Who was asked about a free time so far, by `patient type`. */
export const askedAbout = async (on: Runner, where: { chain?: string; gap?: number }) =>
  new Set(
    (
      await rows<{ key: string }>(
        on,
        `select patient_id || ' ' || appointment_type_id as key from wait_list_offers
         where chain_id = :chain or gap_id = :gap`,
        { chain: where.chain ?? null, gap: where.gap ?? null },
      )
    ).map(({ key }) => key),
  );

export const keepLink = async (on: Runner, digest: Buffer, offer: string): Promise<void> => {
  await rows(on, 'insert into wait_list_offer_links (digest, offer_id) values (?, ?)', [
    digest,
    offer,
  ]);
};

/** @param since links of offers that were settled, or ran out, before this instant open nothing */
export const offerOfLink = async (
  on: Runner,
  digest: Buffer,
  since: string,
): Promise<string | undefined> =>
  (
    await rows<{ offer: string }>(
      on,
      `select o.id as offer from wait_list_offer_links l join wait_list_offers o on o.id = l.offer_id
       where l.digest = :digest and coalesce(o.settled_at, o.expires_at) > cast(:since as timestamptz)`,
      { digest, since },
    )
  )[0]?.offer;

/** An offer with the names of what it offers. */
export interface ShownOffer extends OfferRow {
  readonly zone: string;
  readonly typeName: string;
  readonly practitionerName: string;
  readonly locationName: string;
  readonly locationAddress: string | null;
  readonly locationCity: string | null;
  readonly locationPhone: string | null;
  readonly movesFrom: number | null;
}

export const shownOffer = async (on: Runner, id: string, language: string | null) =>
  (
    await rows<ShownOffer>(
      on,
      `select ${columns}, l.zone,
         coalesce(${nameOf("coalesce(cast(:language as text), p.preferred_language, 'ro')")}, '') as "typeName",
         concat_ws(' ', w.title, w.first_name, w.last_name) as "practitionerName", l.name as "locationName",
         l.address as "locationAddress", l.city as "locationCity", l.phone as "locationPhone",
         case when o.state = 'open' then ${instant('m.starts_at')} end as "movesFrom"
       from wait_list_offers o join patients p on p.document_id = o.patient_id
       left join appointment_types t on t.document_id = o.appointment_type_id
       join locations l on l.document_id = o.location_id
       left join practitioners w on w.document_id = o.practitioner_id
       left join appointments m on m.document_id = o.moves_id
       where o.id = :id`,
      { id, language },
    )
  )[0];

/** Whether somebody may still be asked: the record is there and not archived. */
export const isAskable = async (on: Runner, patient: string): Promise<boolean> =>
  (
    await rows(
      on,
      'select 1 from patients where document_id = ? and not coalesce(archived, false)',
      [patient],
    )
  ).length > 0;

/** Whether a patient has a visit at that time. */
export const isBusy = async (
  on: Runner,
  patient: string,
  { start, end }: { readonly start: number; readonly end: number },
): Promise<boolean> =>
  (
    await rows(
      on,
      `select 1 from time_claims where resource_kind = 'patient' and resource_id = :patient
         and source_kind = 'appointment'
         and during && tstzrange(to_timestamp(:start / 1000.0), to_timestamp(:end / 1000.0)) limit 1`,
      { patient, start, end },
    )
  ).length > 0;
