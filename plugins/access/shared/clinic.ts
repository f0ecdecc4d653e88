/** What anyone may know of the clinic: how it is called, how it looks, how it writes time and money. */
export interface ClinicProfile {
  readonly name: string;
  readonly tagline: string | null;
  readonly logo: string | null;
  /** `#RRGGBB` */
  readonly primaryColor: string;
  /** IANA zone. */
  readonly zone: string;
  /** ISO 4217 */
  readonly currency: string;
  readonly languages: readonly string[];
  readonly defaultLanguage: string;
  readonly toothNotation: 'fdi' | 'universal' | 'palmer';
}
