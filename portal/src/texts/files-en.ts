import type { PatientFile } from '../server/files.ts';

/** The patient's own pictures and papers. */
export const files = {
  title: 'Pictures and papers',
  link: 'X-rays, photos and letters',
  intro: 'What the clinic keeps of you as files. They open here for you alone.',
  none: 'No files yet',
  noneHint: 'X-rays, photos and letters that the clinic adds to your record appear here.',
  categories: { 'x-ray': 'X-ray', photo: 'Photo', letter: 'Letter', other: 'File' } as Record<
    PatientFile['category'],
    string
  >,
  size: (bytes: number) =>
    bytes < 1_000_000 ? `${Math.ceil(bytes / 1000)} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`,
  careful: 'Files that you save hold your health data. Keep them where only you can read them.',
};
