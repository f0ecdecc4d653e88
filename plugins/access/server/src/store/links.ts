import { rows } from '@enamel/kernel/server';

type Connection = Parameters<typeof rows>[0];

export interface StoredLink {
  readonly purpose: string;
  readonly patient: string;
  readonly appointment: string | null;
  readonly relative: string | null;
  readonly expiresAt: Temporal.Instant;
  readonly spent: boolean;
}

export const insertLink = async (
  on: Connection,
  link: {
    digest: Buffer;
    purpose: string;
    patient: string;
    appointment: string | null;
    relative: string | null;
    issuedAt: Temporal.Instant;
    expiresAt: Temporal.Instant;
  },
): Promise<void> => {
  await rows(
    on,
    `insert into access_links (digest, purpose, patient_id, appointment_id, relative_id, issued_at, expires_at)
     values (:digest, :purpose, :patient, :appointment, :relative, :issuedAt, :expiresAt)`,
    { ...link, issuedAt: link.issuedAt.toString(), expiresAt: link.expiresAt.toString() },
  );
};

export const findLink = async (on: Connection, digest: Buffer): Promise<StoredLink | undefined> => {
  const [row] = await rows<{
    purpose: string;
    patient_id: string;
    appointment_id: string | null;
    relative_id: string | null;
    expires_at: Date;
    spent_at: Date | null;
  }>(on, 'select * from access_links where digest = ?', [digest]);
  return (
    row && {
      purpose: row.purpose,
      patient: row.patient_id,
      appointment: row.appointment_id,
      relative: row.relative_id,
      expiresAt: Temporal.Instant.fromEpochMilliseconds(row.expires_at.getTime()),
      spent: row.spent_at !== null,
    }
  );
};

/** Whether messages about a patient still go to somebody else: a guardian of a minor, say. */
export const readsFor = async (
  on: Connection,
  { relative, patient }: { relative: string; patient: string },
  now: Temporal.Instant,
): Promise<boolean> =>
  (
    await rows(
      on,
      `select from patients p cross join unnest(array['email', 'sms']) as way (channel)
       cross join message_readers(p.id, way.channel, :now) r
       where p.document_id = :patient and r.relative_id = :relative limit 1`,
      { relative, patient, now: now.toString() },
    )
  ).length > 0;

/** Marks a link as used; false when it was used before or has expired. Of two at once, one gets it. */
export const markSpent = async (
  on: Connection,
  digest: Buffer,
  now: Temporal.Instant,
): Promise<boolean> => {
  const spent = await rows(
    on,
    `update access_links set spent_at = :now
     where digest = :digest and spent_at is null and expires_at > :now returning 1`,
    { digest, now: now.toString() },
  );
  return spent.length === 1;
};
