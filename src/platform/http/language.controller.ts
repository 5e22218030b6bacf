import { Controller, Get, Param, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { isLanguage } from '../i18n/index.js';
import { OpenToAll } from './access.js';
import { seeOther, type SeeOther } from './answers.js';
import { found } from './faults.js';
import { pathWithin } from './paths.js';
import { QueryText } from './query-text.js';

import { A_DAY, A_SECOND } from '../durations.js';

export const LANGUAGE_COOKIE = 'language';
/** Seconds. */
const A_YEAR = (365 * A_DAY) / A_SECOND;

/** Stores the chosen language in a cookie and goes back. A preference, not a change of data, so GET is acceptable. */
@Controller('language')
@OpenToAll()
export class LanguageController {
  @Get(':language')
  choose(
    @Param('language') text: string,
    @Query('back', QueryText) back: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): SeeOther {
    const language = found(isLanguage(text) ? text : null);
    reply.setCookie(LANGUAGE_COOKIE, language, { path: '/', sameSite: 'lax', maxAge: A_YEAR, httpOnly: true });
    return seeOther(pathWithin(back));
  }
}
