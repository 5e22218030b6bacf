import { Param, type PipeTransform } from '@nestjs/common';
import { looksLikeId } from '../ids.js';
import { NotFound } from './faults.js';

/** A value that is not an id is answered like an id that does not exist, before it reaches a uuid column. */
const idPipe: PipeTransform<string, string> = {
  transform(text) {
    if (!looksLikeId(text)) throw new NotFound();
    return text;
  },
};

/** An id in the path. */
export const IdParam = (name = 'id'): ParameterDecorator => Param(name, idPipe);
