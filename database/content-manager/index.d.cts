import type { Core } from '@strapi/strapi';

/** As Strapi's own TypeScript sees it, which cannot read our sources. */
export declare const arrangeContentManager: (strapi: Core.Strapi) => Promise<void>;
