/** Places and people of the demo clinic with their document ids. */
import { chairs, type LocationKey, locations } from './catalogue/places.ts';
import { type ServiceKey, services } from './catalogue/services.ts';
import { team } from './catalogue/team.ts';
import { createRandom } from './random.ts';

export interface House {
  readonly clinic: string;
  readonly locations: Readonly<Record<LocationKey, string>>;
  readonly chairs: readonly ((typeof chairs)[number] & { readonly documentId: string })[];
  readonly services: Readonly<Record<ServiceKey, string>>;
  /** Practitioners and assistants by key. */
  readonly team: Readonly<Record<string, string>>;
}

const named = <K extends string>(keys: readonly K[], id: () => string) =>
  Object.fromEntries(keys.map((key) => [key, id()])) as Record<K, string>;

export const buildHouse = (seed: number): House => {
  const { documentId } = createRandom(seed, 'house');
  return {
    clinic: documentId(),
    locations: named(
      locations.map(({ key }) => key),
      documentId,
    ),
    chairs: chairs.map((chair) => ({ ...chair, documentId: documentId() })),
    services: named(
      services.map(({ key }) => key),
      documentId,
    ),
    team: named(
      team.map(({ key }) => key),
      documentId,
    ),
  };
};
