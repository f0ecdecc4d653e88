import { z } from '@enamel/kernel';

/** One line of the trail as staff read it. `at` is an ISO instant in UTC. */
export interface AuditEntry {
  readonly id: string;
  readonly at: string;
  readonly actor: { readonly kind: string; readonly id: string; readonly name: string | null };
  readonly action: string;
  readonly subject: string;
  readonly subjectId: string | null;
  /** Document ids of the patients it tells of. */
  readonly patients: readonly string[];
  readonly requestId: string | null;
  readonly ip: string | null;
  readonly detail: Readonly<Record<string, unknown>>;
}

/** What a reader may ask for. `from` and `to` are ISO instants, `before` the id of the last entry already read. */
export const entriesQuery = z.strictObject({
  patient: z.string().max(64).optional(),
  actor: z.string().max(100).optional(),
  action: z.string().max(64).optional(),
  subject: z.string().max(64).optional(),
  from: z.iso.datetime({ offset: true }).optional(),
  to: z.iso.datetime({ offset: true }).optional(),
  /** Local dates of the clinic, `YYYY-MM-DD`, both included. */
  fromDay: z.iso.date().optional(),
  toDay: z.iso.date().optional(),
  /** Only looks, or only what changed something. */
  kind: z.enum(['look', 'change']).optional(),
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
