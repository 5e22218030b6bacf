import { Param, type PipeTransform } from '@nestjs/common';
import { looksLikeId } from '../ids.js';
import { NotFound } from './faults.js';

/** What is no id names nothing: it is answered like an id that nobody has, before it reaches a uuid column. */
const idPipe: PipeTransform<string, string> = {
  transform(text) {
    if (!looksLikeId(text)) throw new NotFound();
    return text;
  },
};

/** An id in the address. */
export const IdParam = (name = 'id'): ParameterDecorator => Param(name, idPipe);
