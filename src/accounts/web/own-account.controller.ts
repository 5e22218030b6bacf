import { Body, Controller, Get, Inject, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import {
  Clock,
  CONFIG,
  type Config,
  CurrentContext,
  definePage,
  type FormView,
  formView,
  flash,
  type Page,
  readForm,
  ReadDatabase,
  seeOther,
  type SeeOther,
  type RequestContext,
  answerForm,
  type FormState,
  textOf,
} from '../../platform/index.js';
import { ChangePassword } from '../actions/change-password.js';
import { EndSessions } from '../actions/end-sessions.js';
import { SHORTEST_PASSWORD } from '../actions/passwords.js';
import { waitingEmailOf } from '../data/email-changes.js';
import { webSessionsOf } from '../data/own-account.js';
import { ChangePasswordForm, statusOf } from './account.form.js';
import { rememberBrowser } from './known-browser.js';
import { Requires } from './requires.js';

/** The value of the form that signs out all browsers but this one. */
export const ALL_OTHERS = 'others';

export interface SignedInBrowser {
  /** The session's fingerprint, which opens nothing. */
  readonly id: string;
  readonly browser: string;
  readonly since: number;
  readonly usedAt: number | null;
  readonly isThis: boolean;
}

export interface OwnAccountPage {
  readonly form: FormView<ChangePasswordForm>;
  readonly shortest: number;
  /** The new sign-in email that waits for its link, whether or not one was mailed. */
  readonly waitingEmail: { readonly email: string; readonly expiresAt: number } | null;
  readonly browsers: readonly SignedInBrowser[];
  /** Whether there is another browser to sign out. */
  readonly hasOthers: boolean;
}

const page = definePage<OwnAccountPage>('accounts/own');

@Controller('my/account')
@Requires('account.own')
export class OwnAccountController {
  constructor(
    private readonly changePassword: ChangePassword,
    private readonly endSessions: EndSessions,
    private readonly reads: ReadDatabase,
    private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Get()
  async show(@CurrentContext() context: RequestContext): Promise<Page> {
    return page(await this.model(context));
  }

  @Post('password')
  async change(
    @CurrentContext() context: RequestContext,
    @Body() body: unknown,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Page | SeeOther> {
    return answerForm(readForm(ChangePasswordForm, body, this.clock.today()), {
      act: (form) =>
        this.changePassword.execute(
          { ...context.actor, id: context.actor.id! },
          { ...form, keepSession: context.sessionId ?? '' },
        ),
      done: ({ mark }) => {
        rememberBrowser({ request, reply }, mark, this.config);
        return seeOther('/my/account', flash('account.passwordChanged'));
      },
      again: async (filling) =>
        page(await this.model(context, { ...filling, typed: { old: '', fresh: '' } }), statusOf(filling)),
    });
  }

  @Post('sign-outs')
  async signOut(@CurrentContext() { actor, sessionId }: RequestContext, @Body() body: unknown): Promise<SeeOther> {
    const session = textOf((body as { session?: unknown } | null)?.session);
    const which = session === ALL_OTHERS ? { allBut: sessionId ?? '' } : { one: session };
    const count = await this.endSessions.execute({ ...actor, id: actor.id! }, which);
    return seeOther('/my/account', flash('account.browsersSignedOut', { count }));
  }

  private async model(context: RequestContext, filling: FormState = {}): Promise<OwnAccountPage> {
    const { query } = this.reads;
    const { actor, sessionId } = context;
    const sessions = await webSessionsOf(query, { id: actor.id!, roles: actor.roles }, this.clock.now());
    return {
      form: formView(ChangePasswordForm, context.translator, filling),
      shortest: SHORTEST_PASSWORD,
      waitingEmail: await waitingEmailOf(query, actor.id!, this.clock.now()),
      browsers: sessions.map(({ fingerprint, ...session }) => ({
        id: fingerprint,
        ...session,
        isThis: fingerprint === sessionId,
      })),
      hasOthers: sessions.some(({ fingerprint }) => fingerprint !== sessionId),
    };
  }
}
