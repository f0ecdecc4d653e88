/** Teeth and surfaces for invented charts. FDI numbers, surfaces in the order of the profession (MOD, DO). */
import type { Random } from './random.ts';

const posterior = ['O', 'O', 'MO', 'DO', 'MOD', 'B'];
const anterior = ['M', 'D', 'F', 'MI', 'DI'];
const deciduous = ['54', '55', '64', '65', '74', '75', '84', '85'];

const isAnterior = (tooth: string) => Number(tooth[1]) <= 3;

export const surfacesFor = (tooth: string, random: Random): string =>
  random.pick(isAnterior(tooth) ? anterior : posterior);

/** A tooth that decays: molars and premolars more often; milk molars in children under 11. */
export const decayedTooth = (age: number, random: Random): string =>
  age < 11
    ? random.pick(deciduous)
    : `${random.whole(1, 4)}${random.weighted([
        ['1', 2],
        ['2', 2],
        ['3', 1],
        ['4', 6],
        ['5', 8],
        ['6', 12],
        ['7', 10],
      ])}`;

const positions: Record<string, string> = {
  '1': 'central incisor',
  '2': 'lateral incisor',
  '3': 'canine',
  '4': 'first premolar',
  '5': 'second premolar',
  '6': 'first molar',
  '7': 'second molar',
  '8': 'wisdom tooth',
};

/** Such as `upper right first molar`. */
export const toothName = (tooth: string): string => {
  const [quadrant = '1', position = '1'] = tooth;
  const milk = Number(quadrant) > 4;
  const place = ['upper right', 'upper left', 'lower left', 'lower right'][
    (Number(quadrant) - 1) % 4
  ];
  const name =
    milk && Number(position) > 3
      ? position === '4'
        ? 'first molar'
        : 'second molar'
      : positions[position];
  return `${place} ${milk ? 'milk ' : ''}${name}`;
};
