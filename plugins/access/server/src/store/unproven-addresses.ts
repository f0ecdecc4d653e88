import { rows } from '@enamel/kernel/server';

type Connection = Parameters<typeof rows>[0];

export type AddressKind = 'email' | 'mobileNumber';

/** Notes that a patient wrote these addresses and nobody showed them to be theirs; what is empty is none. */
export const markUnproven = async (
  on: Connection,
  patient: string,
  kinds: readonly AddressKind[],
): Promise<void> => {
  await rows(
    on,
    `insert into unproven_addresses (patient_id, kind)
     select p.id, k.kind from patients p,
       lateral (values ('email', p.email), ('mobileNumber', p.mobile_number)) k (kind, address)
     where p.document_id = :patient and k.address is not null and k.kind = any (cast(:kinds as text[]))
     on conflict do nothing`,
    { patient, kinds: [...kinds] },
  );
};

/** Notes that the e-mail address of a patient's account is theirs. */
export const markEmailProven = async (on: Connection, user: number): Promise<void> => {
  await rows(
    on,
    `delete from unproven_addresses x using patients p, patients_account_lnk l, up_users u
     where x.kind = 'email' and x.patient_id = p.id and l.patient_id = p.id and l.user_id = u.id
       and u.id = :user and lower(p.email) = lower(u.email)`,
    { user },
  );
};

/** A patient's mobile number as it stands, and whether it is unproven. */
export const mobileOf = async (
  on: Connection,
  patient: string,
): Promise<{ number: string | null; unproven: boolean }> => {
  const [found] = await rows<{ number: string | null; unproven: boolean }>(
    on,
    `select p.mobile_number as number, exists (select from unproven_addresses x
       where x.patient_id = p.id and x.kind = 'mobileNumber') as unproven
     from patients p where p.document_id = ?`,
    [patient],
  );
  return found ?? { number: null, unproven: false };
};
