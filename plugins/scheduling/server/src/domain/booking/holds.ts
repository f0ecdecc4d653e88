/** How long slots are kept for people who are still deciding, and how many. */
export const holdSeconds = 5 * 60;
/** Once, on request. */
export const extensionSeconds = 5 * 60;
/** Live holds of one person or browser: one more takes the place of the oldest. */
export const mostOfActor = 2;
/** Live holds of one address: one more is refused. */
export const mostOfAddress = 6;
