import { askedFor, scopeOf } from '@enamel/access';
import { record } from '@enamel/audit';
import { csv } from '@enamel/kernel';
import type { Core } from '@strapi/strapi';
import type { ListedVisit, VisitPage, visitOrders } from '../../../../shared/visit-list.ts';
import { type Language, visitWords } from '../../domain/booking/visit-words.ts';
import { offsetWriter, stretchesOf } from '../../domain/slots/local-time.ts';
import { listVisits, type VisitFilter, type VisitRow } from '../../store/calendar/visit-list.ts';

const countedTo = 2_000;
const mostExported = 20_000;

export interface VisitWish extends Omit<VisitFilter, 'who'> {
  /** Name, phone, e-mail or date of birth of the patient. */
  readonly search?: string | undefined;
  readonly order: (typeof visitOrders)[number];
}

const filterOf = (
  strapi: Core.Strapi,
  { search, order: _order, ...filter }: VisitWish,
): VisitFilter => (search ? { ...filter, who: askedFor(strapi, search) } : filter);

const shown = (row: VisitRow): ListedVisit => {
  const write = offsetWriter(stretchesOf(row.zone, row.start, row.end));
  return { ...row, start: write(row.start), end: write(row.end) };
};

const told = (strapi: Core.Strapi, action: string, visits: readonly VisitRow[]) =>
  record(strapi, undefined, {
    action,
    subject: 'appointment',
    patients: [...new Set(visits.flatMap(({ patient }) => patient?.documentId ?? []))],
    detail: { count: visits.length },
  });

/** A page of the visits that were asked for. */
export const visitPage = async (
  strapi: Core.Strapi,
  wish: VisitWish,
  { page, pageSize }: { readonly page: number; readonly pageSize: number },
): Promise<VisitPage> => {
  const { total, visits } = await listVisits(
    strapi.db.connection,
    filterOf(strapi, wish),
    {
      order: wish.order,
      limit: pageSize,
      offset: (page - 1) * pageSize,
      countedTo,
    },
    await scopeOf(strapi),
  );
  await told(strapi, 'list', visits);
  return { data: visits.map(shown), meta: { page, pageSize, total, countedTo } };
};

/** The same visits, all of them, as a table for a spreadsheet; times are the location's. */
export const visitCsv = async (
  strapi: Core.Strapi,
  wish: VisitWish,
  language: Language,
): Promise<string> => {
  const { visits } = await listVisits(
    strapi.db.connection,
    filterOf(strapi, wish),
    {
      order: wish.order,
      limit: mostExported,
      offset: 0,
      countedTo: 1,
    },
    await scopeOf(strapi),
  );
  await told(strapi, 'appointments.exported', visits);
  const words = visitWords[language];
  return csv([
    words.headings,
    ...visits
      .map(shown)
      .map((visit) => [
        visit.start.slice(0, 10),
        visit.start.slice(11, 16),
        visit.end.slice(11, 16),
        visit.patient?.name ?? '',
        visit.patient?.phone ?? '',
        visit.type?.name ?? '',
        visit.practitioner ?? '',
        visit.chair ?? '',
        visit.location?.name ?? '',
        words.states[visit.status],
        visit.reason ?? '',
      ]),
  ]);
};
