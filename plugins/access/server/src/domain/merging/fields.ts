/** Which of two records' values stays where both differ. */
export type Choice = 'winner' | 'loser' | 'both';

export interface Field {
  readonly name: string;
  readonly type: string;
  readonly winner: unknown;
  readonly loser: unknown;
  /** What happens unless somebody chooses. */
  readonly usual: Choice;
  readonly choices: readonly Choice[];
}

interface Attribute {
  readonly type: string;
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
const structured = new Set(['relation', 'component', 'dynamiczone', 'media']);

const isEmpty = (value: unknown): boolean =>
  value === null || value === undefined || value === '' || value === 'unknown';
const same = (one: unknown, other: unknown): boolean =>
  JSON.stringify(one ?? null) === JSON.stringify(other ?? null);

const choicesFor = (type: string): readonly Choice[] =>
  type === 'text' || type === 'richtext' ? ['winner', 'loser', 'both'] : ['winner', 'loser'];

const usualOf = (type: string, winner: unknown, loser: unknown): Choice => {
  if (isEmpty(winner)) return 'loser';
  if (isEmpty(loser)) return 'winner';
  // Who said no to messages once does not get them after a merge.
  if (type === 'boolean') return winner === false ? 'winner' : 'loser';
  return choicesFor(type).includes('both') ? 'both' : 'winner';
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
    .map(([name, { type }]) => ({
      name,
      type,
      winner: winner[name] ?? null,
      loser: loser[name] ?? null,
      usual: usualOf(type, winner[name], loser[name]),
      choices:
        isEmpty(winner[name]) || isEmpty(loser[name])
          ? choicesFor(type).filter((choice) => choice !== 'both')
          : choicesFor(type),
    }));

/** The winner's new values, only those that change. */
export const chosen = (
  fields: readonly Field[],
  choices: Readonly<Record<string, Choice>>,
): Record<string, unknown> =>
  Object.fromEntries(
    fields.flatMap(({ name, winner, loser, usual, choices: allowed }) => {
      const wished = choices[name] ?? usual;
      const choice = allowed.includes(wished) ? wished : usual;
      if (choice === 'winner') return [];
      return [[name, choice === 'loser' ? loser : `${winner}\n\n${loser}`]];
    }),
  );
