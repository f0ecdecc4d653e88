import { scopeOf } from '@enamel/access';
import { record } from '@enamel/audit';
import type { Core } from '@strapi/strapi';
import type { Kin } from '../../../../shared/series.ts';
import { stretchesOf } from '../../domain/slots/local-time.ts';
import { type KinRow, kinOf } from '../../store/booking/many.ts';
import { viewsOf } from '../booking/views.ts';

/** What a change of a visit may reach: those that follow it in its series, and its group, as far as they are to come. */
export const kinOfVisit = async (strapi: Core.Strapi, documentId: string): Promise<Kin> => {
  const kin = await kinOf(strapi.db.connection, documentId, await scopeOf(strapi));
  const [first] = kin;
  if (!first) return { following: [], group: [] };
  const stretches = stretchesOf(first.zone, first.start, (kin.at(-1) ?? first).end);
  const shown = (visits: readonly KinRow[]) =>
    viewsOf(visits, stretches).map((view, index) => ({ ...view, name: visits[index]?.name ?? '' }));
  await record(strapi, undefined, {
    action: 'read',
    subject: 'appointment-kin',
    subjectId: documentId,
    patients: [...new Set(kin.map(({ patient }) => patient))],
  });
  return {
    following: shown(kin.filter(({ follows }) => follows)),
    group: shown(kin.filter(({ grouped }) => grouped)),
  };
};
