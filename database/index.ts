export { applyConstraints } from './apply-constraints.ts';
