import { asking } from './answer.ts';

export const when = asking('when');
