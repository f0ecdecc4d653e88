import { useFormats, useIntl, useWords } from '@enamel/access/admin';
import { Button } from '@strapi/design-system';
import { Link } from 'react-router-dom';
import type { GapPerson } from '../../../shared/wait-list.ts';

interface Properties {
  readonly person: GapPerson;
  readonly zone: string;
  readonly busy: boolean;
  readonly onOffer: () => void;
  readonly onBook: (() => void) | undefined;
}

/** Somebody who could come: who, when, why, and how to reach them. */
export const Candidate = ({ person, zone, busy, onOffer, onBook }: Properties) => {
  const t = useWords('waitlist');
  const { locale } = useIntl();
  const { moment, time, date } = useFormats();
  const { patient, appointmentType, start, end, since, movesFrom, words } = person;
  const when = moment(start, zone);
  const why = [
    t(`source.${person.source}`),
    words?.[locale === 'ro' ? 'ro' : 'en'],
    ...person.reasons.map((reason) =>
      t(`why.${reason}`, { when: movesFrom ? moment(movesFrom, zone) : '' }),
    ),
    since && t('why.since', { day: date(since, zone) }),
  ].filter(Boolean);
  return (
    <li>
      <span className="main">
        <Link to={`/plugins/access/patients/${patient.documentId}`}>{patient.name}</Link>
        <span>
          {`${appointmentType.name}, ${time(start, zone)}–${time(end, zone)} · ${patient.phone ?? t('unreachable')}`}
        </span>
        <span className="quiet">{why.join(' · ')}</span>
      </span>
      <Button
        disabled={busy || person.alreadyAsked}
        aria-label={
          person.alreadyAsked
            ? `${t('asked')}: ${patient.name}`
            : t('offer.this', { when, name: patient.name })
        }
        onClick={onOffer}
      >
        {person.alreadyAsked ? t('asked') : t('offer')}
      </Button>
      {onBook && (
        <Button
          variant="tertiary"
          disabled={busy}
          aria-label={t('book.this', { when, name: patient.name })}
          onClick={onBook}
        >
          {t('book')}
        </Button>
      )}
    </li>
  );
};
