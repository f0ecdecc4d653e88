/** Teeth to choose from, FDI, by quadrant in the order of the mouth: permanent 1 to 4, deciduous 5 to 8. */
export const quadrants: readonly (readonly string[])[] = [1, 2, 3, 4, 5, 6, 7, 8].map((quadrant) =>
  Array.from({ length: quadrant < 5 ? 8 : 5 }, (_, index) => `${quadrant}${index + 1}`),
);
