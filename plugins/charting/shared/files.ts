/** What the routes of a patient's files take and answer. */
import { z } from '@enamel/kernel';

const documentId = z.string().min(1).max(40);

export const fileCategories = ['x-ray', 'photo', 'letter', 'other'] as const;
export type FileCategory = (typeof fileCategories)[number];

export const patientParams = z.object({ patient: documentId });
export const patientFileParams = z.object({ patient: documentId, file: documentId });
export const fileParams = z.object({ file: documentId });

/** Beside the file itself, in the form's field `file`. */
export const newFile = z.object({
  category: z.enum(fileCategories, `must be one of ${fileCategories.join(', ')}`).default('other'),
});

export interface PatientFile {
  readonly documentId: string;
  readonly name: string;
  readonly category: FileCategory;
  readonly kind: 'png' | 'jpeg' | 'pdf' | 'dicom';
  readonly bytes: number;
  /** ISO instant. */
  readonly addedAt: string;
  /** Who added it; told to staff alone. */
  readonly addedBy: string | null;
}

/** Where one file can be opened once or more, for a short while, by whoever asked. */
export interface FileLink {
  readonly address: string;
  /** ISO instant. */
  readonly until: string;
}

export const filePermissions = {
  read: 'plugin::charting.files.read',
  write: 'plugin::charting.files.write',
  remove: 'plugin::charting.files.remove',
} as const;
