import { useAuth } from '@strapi/strapi/admin';
import { useEffect, useRef } from 'react';
import { io } from 'socket.io-client';
import { type CalendarChanged, calendarChanged, livePath } from '../../../shared/calendar.ts';

/** Calls `refresh` when somebody changes an appointment of this location (of any when undefined), and after the line was down. */
export const useLive = (location: string | undefined, refresh: () => void): void => {
  const token = useAuth('useLive', (state) => state.token);
  const latest = useRef({ location, refresh });
  latest.current = { location, refresh };
  useEffect(() => {
    if (!token) return;
    const socket = io({ path: livePath, auth: { token } });
    let wasDown = false;
    socket.on(calendarChanged, (news: CalendarChanged) => {
      const { location: shown, refresh: again } = latest.current;
      if (!shown || !news.location || news.location === shown) again();
    });
    socket.on('connect', () => {
      if (wasDown) latest.current.refresh();
      wasDown = false;
    });
    socket.on('disconnect', () => {
      wasDown = true;
    });
    return () => {
      socket.close();
    };
  }, [token]);
};
