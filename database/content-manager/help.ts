/** Sentences that several nouns share. */
export const minorUnits = 'In minor units (bani): 12000 = 120,00 lei.';
export const tooth = 'Two digits (FDI), such as 16 for the upper right first molar.';
export const surfaces = 'Letters M O D B L F I, such as MOD.';
export const position = 'Lower numbers stand first.';
export const color = 'As #RRGGBB; dark enough to read on white.';
export const zone = 'Such as Europe/Bucharest.';
export const key =
  'Small letters, digits and dashes. Rules and links refer to it: do not change it.';
