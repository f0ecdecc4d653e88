import { keepOwnStatus } from './own-status';

export default keepOwnStatus;
