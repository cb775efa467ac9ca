import { asking } from './answer.ts';

export const where = asking('where');
