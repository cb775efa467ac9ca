import { asking } from './answer.ts';

export const what = asking('what');
