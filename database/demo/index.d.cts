import type { Core } from '@strapi/strapi';

/** The demo as Strapi's own TypeScript sees it, which cannot read our sources. */
export declare const seedDemo: (strapi: Core.Strapi) => Promise<unknown>;
