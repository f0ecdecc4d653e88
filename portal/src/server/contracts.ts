/** What the portal reads of the API's answers. Unknown keys are dropped; what is missing is said here. */
import {
  marks,
  notations,
  presences,
  procedures,
  surfaceLetters,
  treatmentStatuses,
} from '@enamel/charting/shared';
import { z } from 'zod';

const text = z
  .string()
  .nullish()
  .transform((value) => value ?? '');
const reference = z.union([
  z.string(),
  z.object({ documentId: z.string() }).transform(({ documentId }) => documentId),
]);
const media = z
  .union([z.string(), z.object({ url: z.string() }).transform(({ url }) => url)])
  .nullish()
  .transform((value) => value ?? undefined);

const location = z.object({
  documentId: z.string(),
  name: z.string(),
  address: text,
  city: text,
  phone: text,
  zone: z.string(),
  hours: z
    .array(z.object({ dayOfWeek: z.number(), startTime: z.string(), endTime: z.string() }))
    .default([]),
});

const appointmentType = z.object({
  documentId: z.string(),
  name: z.string(),
  description: text,
  category: text,
  duration: z.number(),
  price: z.number(),
  color: z.string().default('#0F766E'),
});

const practitioner = z.object({
  documentId: z.string(),
  name: z.string(),
  title: text,
  specialization: text,
  biography: text,
  photo: media,
  locations: z.array(reference).default([]),
  appointmentTypes: z.array(reference).default([]),
});

export const catalogue = z.object({
  clinic: z.object({
    name: z.string(),
    tagline: text,
    phone: text,
    email: text,
    address: text,
    logo: media,
    primaryColor: z
      .string()
      .regex(/^#[0-9a-f]{6}$/i)
      .catch('#0F766E'),
    currency: z.string().default('RON'),
    languages: z.array(z.string()).nullish(),
    defaultLanguage: z.string().nullish(),
    paymentInstructions: text,
    zone: z.string().default('Europe/Bucharest'),
  }),
  locations: z.array(location),
  appointmentTypes: z.array(appointmentType),
  practitioners: z.array(practitioner),
});

export type Catalogue = z.infer<typeof catalogue>;
export type Practitioner = z.infer<typeof practitioner>;
export type Location = z.infer<typeof location>;
export type AppointmentType = z.infer<typeof appointmentType>;

export const slots = z.array(
  z.object({
    start: z.string(),
    end: z.string(),
    practitioner: reference,
    location: reference,
  }),
);

export const hold = z.object({
  id: z.string(),
  start: z.string(),
  end: z.string(),
  practitioner: z.string(),
  location: z.string(),
  appointmentType: z.string(),
  expiresAt: z.string(),
  extendable: z.boolean(),
});

export const codeSent = z.object({ request: z.string() });
export const guestPass = z.object({ token: z.string(), expiresAt: z.string() });
export const guestWays = z.object({ email: z.boolean(), mobileNumber: z.boolean() });
/** A booking by a guest, or a visit moved by its link: `manage` is the link's token. */
export const managed = z.object({ manage: z.string() });

export const visit = z.object({
  documentId: z.string(),
  status: z.string(),
  start: z.string(),
  end: z.string(),
  zone: z.string().nullish(),
  practitioner: z.string().nullish(),
  practitionerName: text,
  location: z.string().nullish(),
  locationName: text,
  locationAddress: text,
  locationCity: text,
  locationPhone: text,
  appointmentType: z.string().nullish(),
  appointmentTypeName: text,
  /** Ahead and still to happen. */
  upcoming: z.boolean().default(false),
  /** Whether the patient may still move or cancel it online, and until when. */
  changeable: z.boolean().default(false),
  changeableUntil: z.string().nullish(),
  /** Whether it may still be cancelled online; after `changeableUntil` that counts as late. */
  cancellable: z.boolean().default(false),
  sequence: z.number().nullish(),
  /** What joins visits that repeat, and visits back to back. */
  seriesId: z.string().nullish(),
  groupId: z.string().nullish(),
  /** Whom of the family it is for, when not oneself. */
  familyMember: z.object({ name: z.string() }).nullish(),
});

export const familyMembers = z.array(z.object({ documentId: z.string(), name: z.string() }));

const skippedDate = z.object({
  /** `2027-03-31`; `2027-02` of a month that lacks the date. */
  date: z.string(),
  start: z.string().nullable(),
  code: z.string(),
  message: z.string(),
});
const start = z.object({ start: z.string() });

export const seriesPreview = z.object({
  dates: z.array(
    skippedDate
      .partial({ code: true, message: true })
      .extend({ free: z.boolean(), alternatives: z.array(start).default([]) }),
  ),
});
export const seriesAnswer = z.object({ booked: z.array(start), skipped: z.array(skippedDate) });

/** Starts at which visits back to back can follow one another. */
export const groupSlots = z.array(
  z.object({
    start: z.string(),
    end: z.string(),
    parts: z.array(z.object({ start: z.string(), end: z.string(), practitioner: z.string() })),
  }),
);
export const groupAnswer = z.object({ group: z.string() });

/** What became of several visits that were changed at once. */
export const manyAnswer = z.object({
  zone: z.string(),
  changed: z.array(start),
  stayed: z.array(start.extend({ code: z.string(), message: z.string() })),
});

export type Visit = z.infer<typeof visit>;

export const tokens = z.object({
  jwt: z.string(),
  refreshToken: z.string().optional(),
  device: z.string().optional(),
});

export const profile = z.object({ firstName: z.string(), lastName: z.string() });

const question = z.object({
  key: z.string(),
  question: z.string(),
  type: z.enum(['text', 'textarea', 'radio', 'checkbox', 'number', 'date', 'tooth', 'signature']),
  options: z
    .array(z.string())
    .nullish()
    .transform((value) => value ?? []),
  required: z.boolean().nullish(),
  help: text,
});

export const form = z.object({
  title: z.string(),
  introduction: text,
  language: text,
  sections: z.array(z.object({ title: text, description: text, questions: z.array(question) })),
  appointment: z.object({ startsAt: z.string(), zone: z.string(), locationName: text }).nullish(),
});

export type Form = z.infer<typeof form>;
export type Question = z.infer<typeof question>;

export const invoice = z.object({
  documentId: z.string(),
  number: text,
  state: z.string(),
  issuedOn: z.string().nullish(),
  dueOn: z.string().nullish(),
  currency: z.string(),
  total: z.number(),
  paid: z.number(),
  /** What is left to pay. */
  balance: z.number(),
  lines: z
    .array(
      z.object({
        description: z.string(),
        toothNumber: z.string().nullish(),
        quantity: z.number(),
        discount: z.number(),
        amount: z.number(),
      }),
    )
    .default([]),
});

export type Invoice = z.infer<typeof invoice>;

export const checkout = z.object({ url: z.url({ protocol: /^https?$/ }) });

/** A private link under which a calendar program reads the patient's visits. */
export const feed = z.object({
  id: z.string(),
  madeAt: z.string(),
  fetchedAt: z.string().nullable(),
});
export const newFeed = feed.extend({ url: z.url({ protocol: /^https?$/ }) });

const markList = z.array(z.enum(marks));

const toothState = z.object({
  /** FDI. */
  tooth: z.string(),
  presence: z.enum(presences),
  surfaces: z.partialRecord(z.enum(surfaceLetters), markList),
  crown: markList,
  root: markList,
  removal: markList,
  implant: markList,
  whole: markList,
  findings: z.array(z.string()),
  treatments: z.array(z.string()),
});

const treatment = z.object({
  documentId: z.string(),
  procedure: z.enum(procedures),
  description: text,
  tooth: z.string().nullish(),
  status: z.enum(treatmentStatuses),
  totalPrice: z.number().nullish(),
  discount: z.number().nullish(),
  /** Local to the clinic. */
  date: z.string().nullish(),
  completedAt: z.string().nullish(),
  practitioner: text,
});

export type Treatment = z.infer<typeof treatment>;

export const chartRecord = z.object({
  notation: z.enum(notations),
  currency: z.string(),
  teeth: z.array(toothState),
  treatments: z.array(treatment),
});
