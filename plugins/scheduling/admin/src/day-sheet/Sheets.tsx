import { useClinic, useFormats, useWords } from '@enamel/access/admin';
import type { DayAnswer, DayVisit } from '../../../shared/day.ts';

type Group = readonly [name: string, visits: readonly DayVisit[]];

/** By practitioner, in the order of their first visits. */
const byPractitioner = (visits: readonly DayVisit[], nobody: string): Group[] => {
  const groups = new Map<string, DayVisit[]>();
  for (const visit of visits) {
    const name = visit.practitioner?.name ?? nobody;
    groups.set(name, [...(groups.get(name) ?? []), visit]);
  }
  return [...groups];
};

/** One sheet of paper for each practitioner, with room to write. */
export const Sheets = ({ day }: { day: DayAnswer['data'] }) => {
  const t = useWords('desk');
  const clinic = useClinic();
  const { time, longDay, plainDate, moment } = useFormats();
  const groups = byPractitioner(day.visits, t('sheet.nobody'));
  if (groups.length === 0) return <p>{t('sheet.empty')}</p>;
  return groups.map(([name, visits]) => (
    <section key={name}>
      <header>
        <h2>{name}</h2>
        <p>
          {longDay(`${day.date}T12:00:00Z`, 'UTC')} · {day.location.name} ·{' '}
          {t('visits.count', { count: visits.length })}
        </p>
      </header>
      <table>
        <thead>
          <tr>
            <th scope="col">{t('time')}</th>
            <th scope="col">{t('patient')}</th>
            <th scope="col">{t('type')}</th>
            <th scope="col">{t('alerts')}</th>
            <th scope="col" className="notes">
              {t('notes')}
            </th>
          </tr>
        </thead>
        <tbody>
          {visits.map((visit) => (
            <tr key={visit.documentId}>
              <td className="time">
                <b>{time(visit.start, day.zone)}</b>–{time(visit.end, day.zone)}
                <span>{visit.chair?.name}</span>
              </td>
              <td>
                <b>{visit.patient?.name}</b>
                {visit.patient?.dateOfBirth && (
                  <span>{t('born', { date: plainDate(visit.patient.dateOfBirth) })}</span>
                )}
                <span>{visit.patient?.phone}</span>
              </td>
              <td>
                {visit.type?.name}
                {visit.overbooked && <span>{t('overbooked')}</span>}
                <span>{visit.reason}</span>
              </td>
              <td>
                {visit.patient?.alerts.map(({ text, severity }) => (
                  <span key={text}>{severity === 'high' ? <b>⚠ {text}</b> : text}</span>
                ))}
              </td>
              <td />
            </tr>
          ))}
        </tbody>
      </table>
      <footer>
        {clinic.name} · {t('sheet.printed', { moment: moment(day.now, day.zone) })}
      </footer>
    </section>
  ));
};
