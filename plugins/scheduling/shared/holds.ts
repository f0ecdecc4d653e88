/** `POST /api/scheduling/holds` and `/:id/extend`. Instants are ISO 8601, start and end with the location's offset. */
export interface HoldView {
  /** A secret: whoever knows it may extend, release and book. */
  readonly id: string;
  readonly start: string;
  readonly end: string;
  readonly practitioner: string;
  readonly location: string;
  readonly appointmentType: string;
  /** In UTC. */
  readonly expiresAt: string;
  /** Whether it may still be extended. */
  readonly extendable: boolean;
}
