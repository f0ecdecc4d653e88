/** The mark of a clinic without a logo: a tooth in its colour, as a data URL. */
export const toothMark = (colour: string): string =>
  `data:image/svg+xml,${encodeURIComponent(
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 48 48"><rect width="48" height="48" rx="12" fill="${colour}"/><path fill="#fff" d="M24 14.2c-2.2-1.7-4.4-2.6-6.6-2.6-4.3 0-7.2 3.4-7.2 8 0 3.4 1.2 5.6 2.1 8.2.9 2.500 1.100 4.700 1.700 6.700.6 2 1.500 3.300 2.900 3.300 1.700 0 2.300-1.800 2.700-4.200.5-2.900 1.100-6.700 4.400-6.700s3.900 3.800 4.400 6.700c.4 2.400 1 4.200 2.700 4.200 1.400 0 2.300-1.300 2.900-3.300.6-2 .8-4.200 1.700-6.700.9-2.600 2.100-4.800 2.100-8.200 0-4.600-2.900-8-7.200-8-2.200 0-4.400.9-6.600 2.600Z"/></svg>`,
  )}`;
