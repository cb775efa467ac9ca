import { asking } from './answer.ts';

export const who = asking('who');
