/** Answers of the panel's patient routes. Instants are ISO 8601 in UTC, dates `YYYY-MM-DD`. */

export interface PatientAlert {
  readonly kind: 'allergy' | 'medication' | 'condition' | 'other';
  readonly text: string;
  readonly severity: 'high' | 'low';
}

export interface PatientRow {
  readonly documentId: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly dateOfBirth: string | null;
  readonly mobileNumber: string | null;
  readonly email: string | null;
  readonly city: string | null;
  readonly alerts: readonly PatientAlert[];
  readonly nextVisit: { readonly startsAt: string; readonly zone: string } | null;
}

export interface PatientList {
  readonly data: readonly PatientRow[];
  readonly meta: {
    readonly total: number;
    readonly page: number;
    readonly pageSize: number;
    /** Where counting stopped; `total` may be more when it is this. */
    readonly countedTo?: number;
    /** Whether nobody fits what was typed, and these are called alike. */
    readonly similar?: boolean;
  };
}

export interface PatientVisit {
  readonly documentId: string;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly status: string;
  readonly reason: string | null;
  readonly cancelReason: string | null;
  readonly typeName: string | null;
  readonly typeColor: string | null;
  readonly practitionerName: string | null;
  readonly locationName: string | null;
  /** IANA zone of the visit's location. */
  readonly zone: string;
}

/** A patient as the header and every tab of the patient page know them. */
export interface PatientSummary extends Omit<PatientRow, 'nextVisit'> {
  /** Sealed fields; those that the role may not read are null. */
  readonly nationalId: string | null;
  readonly insuranceNumber: string | null;
  readonly sensitiveNotes: string | null;
  readonly sex: string | null;
  readonly address: string | null;
  readonly notes: string | null;
  readonly preferredLanguage: string | null;
  readonly locationName: string | null;
  readonly guarantor: { readonly documentId: string; readonly name: string } | null;
  readonly visits: readonly PatientVisit[];
}

/** `GET /access/patients/:documentId/account`: how a patient signs in to the portal. */
export interface PatientAccount {
  readonly email: string;
  readonly confirmed: boolean;
  /** Shut out by the clinic. */
  readonly blocked: boolean;
  /** When it was last used, while a session of theirs lasts. */
  readonly usedAt: string | null;
  /** Whether an authenticator app is set up. */
  readonly app: boolean;
  readonly passkeys: number;
  readonly recoveryCodes: number;
}

/** `POST /access/patients`: someone new at the desk or on the phone. */
export interface NewPatient {
  readonly firstName: string;
  readonly lastName: string;
  readonly mobileNumber?: string;
  readonly email?: string;
  /** `YYYY-MM-DD` */
  readonly dateOfBirth?: string;
}
