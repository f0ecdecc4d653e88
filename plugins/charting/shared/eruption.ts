/** Which teeth to expect at an age, in whole years. Usual ages; any record on a tooth speaks louder. */
import { deciduousTeeth, permanentTeeth, type ToothNumber, toothOf } from './tooth.ts';

/** Age at which permanent teeth have usually come through, by position 1–8. */
const erupted = [7, 8, 11, 10, 11, 6, 12, 18] as const;
/** Age at which deciduous teeth have usually come through, by position 1–5. */
const deciduousErupted = [1, 1, 2, 1, 3] as const;

const ageOf = (table: readonly number[], position: number) => table[position - 1] as number;

/** Without an age everybody is grown up. */
export const isExpected = (number: ToothNumber, age: number | undefined): boolean => {
  const { dentition, position } = toothOf(number);
  if (age === undefined) return dentition === 'permanent';
  if (dentition === 'permanent') return age >= ageOf(erupted, position);
  return age >= ageOf(deciduousErupted, position) && age < ageOf(erupted, position);
};

export const expectedTeeth = (age: number | undefined): readonly ToothNumber[] =>
  [...permanentTeeth, ...deciduousTeeth].filter((tooth) => isExpected(tooth, age));
