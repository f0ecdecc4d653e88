import { z } from '@enamel/kernel';

const reason = z
  .string('is needed')
  .trim()
  .min(10, 'needs at least 10 characters')
  .max(500, 'is too long');
const id = z.string().regex(/^[\w-]{1,64}$/, 'is no id');

/** How long a record stays open that was opened in an emergency. */
export const openMinutes = 60;

/** `POST /access/openings`: whom one knows by name and birth date, or by the number of the record. */
export const openingOrder = z
  .strictObject({
    name: z.string().trim().min(3, 'is needed').max(200, 'is too long').optional(),
    dateOfBirth: z.iso.date('must be a date such as 1980-02-29').optional(),
    record: id.optional(),
    reason,
  })
  .refine(({ name, dateOfBirth, record }) => record || (name && dateOfBirth), {
    error: 'is needed with the birth date, or the number of the record',
    path: ['name'],
  });
export type OpeningOrder = z.infer<typeof openingOrder>;

/** A record opened in an emergency; instants are ISO 8601 in UTC. */
export interface Opening {
  readonly id: string;
  readonly by: string;
  readonly own: boolean;
  readonly patient: { readonly documentId: string; readonly name: string };
  readonly reason: string;
  readonly openedAt: string;
  readonly endsAt: string;
  readonly open: boolean;
  readonly seen: boolean;
}

/** `GET /access/openings` */
export interface OpeningsPage {
  readonly data: readonly Opening[];
  readonly meta: { readonly total: number; readonly page: number; readonly pageSize: number };
}

/** `POST /access/place-requests` */
export const placeWish = z.strictObject({ place: id, reason });
/** `POST /access/place-requests/:id/decision` */
export const placeDecision = z.strictObject({ approved: z.boolean('must be true or false') });

export interface PlaceRequest {
  readonly id: string;
  readonly by: string;
  readonly own: boolean;
  readonly place: { readonly documentId: string; readonly name: string };
  readonly reason: string;
  readonly askedAt: string;
  readonly state: 'open' | 'approved' | 'rejected';
  readonly decidedBy: string | null;
  readonly decidedAt: string | null;
}

/** `GET /access/place-requests` */
export interface PlaceRequestsAnswer {
  readonly data: readonly PlaceRequest[];
  readonly meta: {
    /** Places that one may ask for. */
    readonly places: readonly { readonly documentId: string; readonly name: string }[];
    readonly mayDecide: boolean;
  };
}

/** `GET /access/staff-places` */
export interface StaffPlaces {
  readonly id: number;
  readonly name: string;
  readonly email: string;
  readonly roles: readonly string[];
  /** Has not chosen a password yet. */
  readonly invited: boolean;
  /** Whether their roles bind them to places at all. */
  readonly bound: boolean;
  readonly everywhere: boolean;
  readonly places: readonly string[];
}

/** `PUT /access/staff-places/:id` */
export const placesOfStaff = z.strictObject({
  everywhere: z.boolean('must be true or false'),
  places: z.array(id).max(500),
});

export const scopeIdParams = z.object({ id });
export const staffIdParams = z.object({ id: z.coerce.number().int().positive() });

export interface StaffPlacesAnswer {
  readonly data: readonly StaffPlaces[];
  readonly meta: {
    readonly places: readonly { readonly documentId: string; readonly name: string }[];
  };
}

/** `POST /access/patients/:documentId/places` */
export const placeShare = z.strictObject({ place: id, shared: z.boolean('must be true or false') });
export const patientParams = z.object({ documentId: id });

/** `GET /access/patients/:documentId/places` */
export interface PatientPlaces {
  readonly places: readonly {
    readonly documentId: string;
    readonly name: string;
    /** Why the place knows of the patient; empty when it does not. */
    readonly sources: readonly ('visit' | 'home' | 'wait' | 'shared')[];
  }[];
}
