import { Body, Controller, Get, Post } from '@nestjs/common';
import {
  answerAct,
  CurrentContext,
  FileAnswer,
  fileOf,
  formView,
  found,
  flash,
  OpenToAll,
  type Page,
  ReadDatabase,
  seeOther,
  type SeeOther,
  TakesFiles,
  type RequestContext,
} from '../../platform/index.js';
import { ChangeLogo } from '../actions/change-logo.js';
import { RemoveLogo } from '../actions/remove-logo.js';
import { academyLogo } from '../data/academy-facts.js';
import { AcademyPages } from './academy.page.js';
import { LogoForm } from './administration.form.js';
import { Requires } from './requires.js';

/** Replaces or removes the academy's logo. */
@Controller('office/academy/logo')
@Requires('academy.configure')
export class AcademyLogoController {
  constructor(
    private readonly pages: AcademyPages,
    private readonly changeLogo: ChangeLogo,
    private readonly removeLogo: RemoveLogo,
  ) {}

  @Post()
  @TakesFiles({ files: 1, bytes: 5 * 1024 * 1024 })
  async carry(
    @CurrentContext() context: RequestContext,
    @Body() body: { logo?: unknown } | null,
  ): Promise<Page | SeeOther> {
    const file = fileOf(body?.logo);
    return answerAct(await this.changeLogo.execute(context.actor, file ? await file.toBuffer() : null), {
      done: () => seeOther('/office/academy', flash('academy.logo_saved')),
      again: (refusals) => this.pages.edit(context, { logoForm: formView(LogoForm, context.translator, { refusals }) }),
    });
  }

  @Post('removal')
  async carryNone(@CurrentContext() context: RequestContext): Promise<SeeOther> {
    await this.removeLogo.execute(context.actor);
    return seeOther('/office/academy', flash('academy.logo_removed'));
  }
}

/** The logo itself, open to everybody. */
@Controller('academy/logo')
@OpenToAll()
export class LogoController {
  constructor(private readonly reads: ReadDatabase) {}

  @Get()
  async show(): Promise<FileAnswer> {
    const { logo, logoType } = found(await academyLogo(this.reads.query));
    return new FileAnswer(Buffer.from(found(logo), 'base64'), found(logoType), {
      cache: 'public, max-age=300',
    });
  }
}
