import { useEffect } from 'react';
import { Navigate } from 'react-router-dom';
import { lockNow } from './lock.ts';

/** Where the menu's link leads when it is opened by its address. */
const LockPage = () => {
  useEffect(() => lockNow(), []);
  return <Navigate to="/" replace />;
};

export default LockPage;
