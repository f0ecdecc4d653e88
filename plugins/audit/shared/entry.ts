import { z } from '@enamel/kernel';

/** One line of the trail as staff read it. `at` is an ISO instant in UTC. */
export interface AuditEntry {
  readonly id: string;
  readonly at: string;
  readonly actor: {
    readonly kind: string;
    readonly id: string;
    readonly name: string | null;
    /** Names of the roles that a member of staff acted with. */
    readonly roles: readonly string[];
  };
  readonly action: string;
  readonly subject: string;
  readonly subjectId: string | null;
  /** Document ids of the patients it tells of. */
  readonly patients: readonly string[];
  readonly requestId: string | null;
  readonly ip: string | null;
  /** Browser and system, such as `Firefox on Windows`. */
  readonly device: string | null;
  /** Its number in the chain; null until it is sealed, a few seconds after it was made. */
  readonly seal: string | null;
  readonly detail: Readonly<Record<string, unknown>>;
  /** Why, in the words of whoever did it; null where none was asked, or it is forgotten. The detail holds its digest. */
  readonly reason: string | null;
}

/** What a reader may ask for. `from` and `to` are ISO instants, `before` the id of the last entry already read. */
export const entriesQuery = z.strictObject({
  patient: z.string().max(64).optional(),
  actor: z.string().max(100).optional(),
  /** Part of the name of a patient that it tells of. */
  named: z.string().max(100).optional(),
  action: z.string().max(64).optional(),
  subject: z.string().max(64).optional(),
  from: z.iso.datetime({ offset: true }).optional(),
  to: z.iso.datetime({ offset: true }).optional(),
  /** Local dates of the clinic, `YYYY-MM-DD`, both included. */
  fromDay: z.iso.date().optional(),
  toDay: z.iso.date().optional(),
  /** Only looks, what changed something, signing in and rights, or what left as a file. */
  kind: z.enum(['look', 'change', 'access', 'export']).optional(),
  before: z
    .string()
    .regex(/^\d{1,18}$/)
    .optional(),
  limit: z.coerce.number().int().min(1).max(1000).default(50),
});

export type EntriesQuery = z.infer<typeof entriesQuery>;

export interface EntriesPage {
  readonly data: readonly AuditEntry[];
  readonly meta: {
    /** Ask for entries before this id to read on; null at the end. */
    readonly before: string | null;
    /** Names of the patients told of, by document id, as they are today. */
    readonly names: Readonly<Record<string, string>>;
  };
}
