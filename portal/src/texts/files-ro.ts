import type { files as english } from './files-en.ts';

export const files: typeof english = {
  title: 'Imagini și documente',
  link: 'Radiografii, fotografii și scrisori',
  intro:
    'Ce păstrează clinica despre dumneavoastră ca fișiere. Se deschid aici doar pentru dumneavoastră.',
  none: 'Niciun fișier încă',
  noneHint:
    'Radiografiile, fotografiile și scrisorile pe care clinica le adaugă în fișa dumneavoastră apar aici.',
  categories: { 'x-ray': 'Radiografie', photo: 'Fotografie', letter: 'Scrisoare', other: 'Fișier' },
  size: (bytes) =>
    bytes < 1_000_000
      ? `${Math.ceil(bytes / 1000)} kB`
      : `${(bytes / 1_000_000).toFixed(1).replace('.', ',')} MB`,
  careful:
    'Fișierele pe care le salvați conțin date despre sănătatea dumneavoastră. Păstrați-le unde doar dumneavoastră le puteți citi.',
};
