/** What a clinic was ever given of the defaults, by key. It outlives every edit in the panel. */
import { defaultRules, defaultTemplates } from './defaults.ts';

/** As defaults and rows of the database both have them. */
type Keys<Name extends string> = Readonly<Partial<Record<Name, string | null>>>;

export const templateKey = ({
  key,
  channel,
  language,
}: Keys<'key' | 'channel' | 'language'>): string => `template ${key} ${channel} ${language}`;

export const ruleKey = ({
  event,
  templateKey,
  channel,
}: Keys<'event' | 'templateKey' | 'channel'>): string => `rule ${event} ${templateKey} ${channel}`;

/** Templates that clinics were given before it was written down what they were given. */
const first = [
  'booking-confirmation',
  'booking-moved',
  'booking-cancelled',
  'reminder-24h',
  'invoice-issued',
  'payment-receipt',
];

/** What a clinic without a record was given, whose templates and rules are `present`: nothing when it has none. */
export const givenBefore = (present: ReadonlySet<string>): readonly string[] =>
  present.size === 0
    ? []
    : [
        ...defaultTemplates.filter(({ key }) => first.includes(key)).map(templateKey),
        ...defaultRules.filter((rule) => first.includes(rule.templateKey)).map(ruleKey),
      ];

/** What is new among the defaults. What the clinic has is not given twice, what it deleted stays deleted. */
export const newOnes = <T>(
  defaults: readonly T[],
  keyOf: (one: T) => string,
  given: ReadonlySet<string>,
  present: ReadonlySet<string>,
): readonly T[] => defaults.filter((one) => !given.has(keyOf(one)) && !present.has(keyOf(one)));
