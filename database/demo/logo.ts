import { statSync } from 'node:fs';
import { join } from 'node:path';
import type { Core } from '@strapi/strapi';

const filepath = join(import.meta.dirname, 'catalogue/logo.png');

/** Uploads the demo clinic's logo, a drawing of our own, as a person would in the panel. */
export const addLogo = async (strapi: Core.Strapi): Promise<void> => {
  const clinic = await strapi.db.query('api::clinic.clinic').findOne({});
  await strapi
    .plugin('upload')
    .service('upload')
    .upload({
      data: {
        fileInfo: { name: 'logo.png', alternativeText: clinic.name },
        ref: 'api::clinic.clinic',
        refId: clinic.id,
        field: 'logo',
      },
      files: {
        filepath,
        originalFilename: 'logo.png',
        mimetype: 'image/png',
        size: statSync(filepath).size,
      },
    });
};
