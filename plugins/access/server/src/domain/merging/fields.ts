/** Which of two records' values stays where both differ. */
export type Choice = 'winner' | 'loser' | 'both';

/** Why somebody has to choose: the records may be of two people, or both values do not fit. */
export type Doubt = 'two-people' | 'too-long';

export interface Field {
  readonly name: string;
  readonly type: string;
  readonly winner: unknown;
  readonly loser: unknown;
  /** What happens unless somebody chooses; null where somebody has to. */
  readonly usual: Choice | null;
  readonly doubt: Doubt | null;
  readonly choices: readonly Choice[];
}

interface Attribute {
  readonly type: string;
  readonly maxLength?: number;
}

type Values = Readonly<Record<string, unknown>>;

/** Made by the database, or no fact about the person. */
const kept = new Set([
  'id',
  'documentId',
  'createdAt',
  'updatedAt',
  'publishedAt',
  'locale',
  'fullName',
  'archived',
]);
/** Nobody has two of them. */
const identifying = new Set(['nationalId']);
const structured = new Set(['relation', 'component', 'dynamiczone', 'media']);

const isEmpty = (value: unknown): boolean =>
  value === null || value === undefined || value === '' || value === 'unknown';
const same = (one: unknown, other: unknown): boolean =>
  JSON.stringify(one ?? null) === JSON.stringify(other ?? null);

/** Whether two numbers are one, written in two ways. */
const sameNumber = (one: unknown, other: unknown): boolean => {
  const [plain, alike] = [one, other].map((text) =>
    String(text)
      .toUpperCase()
      .replace(/[^\p{L}\p{N}]/gu, ''),
  );
  return plain === alike;
};

const together = (winner: unknown, loser: unknown): string => `${winner}\n\n${loser}`;

const compared = (
  name: string,
  { type, maxLength = Number.POSITIVE_INFINITY }: Attribute,
  winner: unknown,
  loser: unknown,
): Pick<Field, 'usual' | 'doubt' | 'choices'> => {
  const one = { doubt: null, choices: ['winner', 'loser'] } as const;
  if (isEmpty(winner)) return { ...one, usual: 'loser' };
  if (isEmpty(loser)) return { ...one, usual: 'winner' };
  if (identifying.has(name) && !sameNumber(winner, loser))
    return { ...one, usual: null, doubt: 'two-people' };
  // Who said no to messages once does not get them after a merge.
  if (type === 'boolean') return { ...one, usual: winner === false ? 'winner' : 'loser' };
  if (type !== 'text' && type !== 'richtext') return { ...one, usual: 'winner' };
  if (together(winner, loser).length > maxLength) return { ...one, usual: null, doubt: 'too-long' };
  return { usual: 'both', doubt: null, choices: ['winner', 'loser', 'both'] };
};

/** The plain facts in which two records differ. */
export const differences = (
  attributes: Readonly<Record<string, Attribute>>,
  winner: Values,
  loser: Values,
): Field[] =>
  Object.entries(attributes)
    .filter(([name, { type }]) => !kept.has(name) && !structured.has(type))
    .filter(([name]) => !same(winner[name], loser[name]))
    .filter(([name]) => !(isEmpty(winner[name]) && isEmpty(loser[name])))
    .map(([name, attribute]) => ({
      name,
      type: attribute.type,
      winner: winner[name] ?? null,
      loser: loser[name] ?? null,
      ...compared(name, attribute, winner[name], loser[name]),
    }));

const choiceOf = (
  { name, usual, choices }: Field,
  wishes: Readonly<Record<string, Choice>>,
): Choice | null => {
  const wish = wishes[name];
  return wish && choices.includes(wish) ? wish : usual;
};

/** The first field that nobody has chosen although somebody has to. */
export const undecided = (
  fields: readonly Field[],
  wishes: Readonly<Record<string, Choice>>,
): Field | undefined => fields.find((field) => choiceOf(field, wishes) === null);

/** The winner's new values, only those that change. */
export const chosen = (
  fields: readonly Field[],
  wishes: Readonly<Record<string, Choice>>,
): Record<string, unknown> =>
  Object.fromEntries(
    fields.flatMap((field): [string, unknown][] => {
      const choice = choiceOf(field, wishes);
      if (choice === 'loser') return [[field.name, field.loser]];
      return choice === 'both' ? [[field.name, together(field.winner, field.loser)]] : [];
    }),
  );
