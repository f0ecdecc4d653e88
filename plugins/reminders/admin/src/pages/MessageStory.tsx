import { useFormats, useWords } from '@enamel/access/admin';
import { styled } from 'styled-components';
import type { TraceEntry } from '../../../shared/index.ts';

const Steps = styled.ol`
  margin: 0;
  padding: 0;
  list-style: none;
  font-size: 1.4rem;
  color: ${({ theme }) => theme.colors.neutral800};
  li {
    padding-inline-start: 1.6rem;
    padding-block-end: 1.2rem;
    border-inline-start: 2px solid ${({ theme }) => theme.colors.neutral200};
    overflow-wrap: anywhere;
  }
  li:last-child {
    padding-block-end: 0;
  }
  time,
  small {
    display: block;
    font-size: 1.2rem;
    color: ${({ theme }) => theme.colors.neutral600};
  }
`;

/** A reason's code in words; the words of a mail server or provider as they are. */
const useDetail = () => {
  const t = useWords('reminders');
  return (detail: string) => {
    const key = `reason.${detail}`;
    const known = t(key);
    return known === key ? detail : known;
  };
};

export const MessageStory = ({ trace }: { trace: readonly TraceEntry[] }) => {
  const t = useWords('reminders');
  const detail = useDetail();
  const { moment } = useFormats();
  return (
    <Steps>
      {trace.map((entry) => (
        <li key={`${entry.at} ${entry.what}`}>
          <time dateTime={entry.at}>{moment(entry.at)}</time>
          {t(`trace.${entry.what}`, { by: entry.by ?? '' })}
          {entry.detail && <small>{detail(entry.detail)}</small>}
        </li>
      ))}
    </Steps>
  );
};
