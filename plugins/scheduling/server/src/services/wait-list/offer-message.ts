import type { Core } from '@strapi/strapi';
import type { OfferState } from '../../../../shared/wait-list.ts';
import { shownOffer } from '../../store/wait-list/offers.ts';

/** An offer as messages tell of it. */
export interface OfferMessage {
  readonly state: OfferState;
  readonly patient: string;
  readonly start: Temporal.Instant;
  readonly end: Temporal.Instant;
  readonly expires: Temporal.Instant;
  /** The location's IANA zone. */
  readonly zone: string;
  readonly appointmentType: string;
  readonly practitioner: string;
  readonly location: {
    readonly name: string;
    readonly address: string | null;
    readonly city: string | null;
    readonly phone: string | null;
  };
}

const instant = (milliseconds: number) => Temporal.Instant.fromEpochMilliseconds(milliseconds);

/** An offer, the type's name in `language`; undefined when there is none. */
export const offerMessage = async (
  strapi: Core.Strapi,
  id: string,
  language: string | null,
): Promise<OfferMessage | undefined> => {
  const offer = await shownOffer(strapi.db.connection, id, language);
  return (
    offer && {
      state: offer.state,
      patient: offer.patient,
      start: instant(offer.start),
      end: instant(offer.end),
      expires: instant(offer.expires),
      zone: offer.zone,
      appointmentType: offer.typeName,
      practitioner: offer.practitionerName,
      location: {
        name: offer.locationName,
        address: offer.locationAddress,
        city: offer.locationCity,
        phone: offer.locationPhone,
      },
    }
  );
};
