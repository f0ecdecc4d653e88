import { rows } from '@enamel/kernel/server';
import type { Notation, Procedure } from '../../../shared/index.ts';

type On = Parameters<typeof rows>[0];

export interface ClinicRow {
  readonly zone: string;
  readonly currency: string;
  readonly notation: Notation;
}

export const findClinic = async (on: On): Promise<ClinicRow> =>
  (
    await rows<ClinicRow>(
      on,
      'select zone, currency, tooth_notation as notation from clinics order by id limit 1',
    )
  )[0] ?? { zone: 'Europe/Bucharest', currency: 'RON', notation: 'fdi' };

export interface ServiceRow {
  readonly documentId: string;
  readonly name: string;
  readonly price: number;
  readonly procedure: Procedure | null;
}

/** The appointment types that prices may come from. */
export const findServices = (on: On): Promise<ServiceRow[]> =>
  rows<ServiceRow>(
    on,
    `select document_id as "documentId", name, price, procedure from appointment_types
     where active is not false order by position, id`,
  );

/** The practitioner that a member of staff is. */
export const findPractitionerOf = async (on: On, staff: string): Promise<string | undefined> =>
  (
    await rows<{ documentId: string }>(
      on,
      `select p.document_id as "documentId" from practitioners p
       join practitioners_staff_user_lnk l on l.practitioner_id = p.id where l.user_id = ?`,
      [Number(staff)],
    )
  )[0]?.documentId;
