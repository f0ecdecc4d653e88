import { missing } from '@enamel/kernel';
import type { Rules } from '../domain/availability.ts';
import type { Situation } from '../store/situation.ts';

export type Found = Situation & {
  readonly type: NonNullable<Situation['type']>;
  readonly location: NonNullable<Situation['location']>;
};

/** @throws ClinicError naming what does not exist; to patients, inactive and missing look alike */
export const found = (
  situation: Situation,
  practitioner: string | null,
  by: 'patient' | 'desk',
): Found => {
  const { type, location, known } = situation;
  if (!type || (by === 'patient' && !type.active))
    throw missing('UNKNOWN_APPOINTMENT_TYPE', 'There is no such appointment type.');
  if (!location || (by === 'patient' && !location.active))
    throw missing('UNKNOWN_LOCATION', 'There is no such location.');
  if (practitioner !== null && !known)
    throw missing('UNKNOWN_PRACTITIONER', 'There is no such practitioner.');
  return { ...situation, type, location };
};

/** The engine's rules for an audience: patients see who takes online bookings. */
export const rulesOf = (situation: Found, by: 'patient' | 'desk'): Rules => {
  const { type, location, practitioners, assistants, chairs, equipment, closed } = situation;
  return {
    location: location.documentId,
    zone: location.zone,
    visit: type,
    practitioners: practitioners.filter(
      ({ performs, online }) => performs && (online || by === 'desk'),
    ),
    chairs,
    assistants,
    equipment,
    holidays: [],
    closed,
  };
};
