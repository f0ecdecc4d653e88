import type { VisitOfMany } from '../../../../shared/series.ts';
import { offsetWriter, type Stretch } from '../../domain/slots/local-time.ts';
import type { VisitRow } from '../../store/booking/many.ts';

export const viewsOf = (
  visits: readonly Omit<VisitRow, 'patient'>[],
  stretches: readonly Stretch[],
): VisitOfMany[] => {
  const write = offsetWriter(stretches);
  return visits.map(({ documentId, start, end, practitioner, location }) => ({
    documentId,
    start: write(start),
    end: write(end),
    practitioner,
    location,
  }));
};
