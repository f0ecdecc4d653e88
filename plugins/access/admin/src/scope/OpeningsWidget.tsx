import { Openings } from './Openings.tsx';

/** On the home page of who watches: what was opened in an emergency and nobody has looked at yet. */
export const OpeningsWidget = () => <Openings unseen />;
