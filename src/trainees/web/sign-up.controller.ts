import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { AcademyProfile, homeOf, SHORTEST_PASSWORD } from '../../accounts/index.js';
import {
  Clock,
  CurrentContext,
  definePage,
  type FormView,
  formView,
  OpenToAll,
  type Page,
  pathWithin,
  readForm,
  seeOther,
  type SeeOther,
  type RequestContext,
  answerForm,
} from '../../platform/index.js';
import { SignUp } from '../actions/sign-up.js';
import { SignUpForm } from './trainee.form.js';

export interface SignUpPage {
  readonly form: FormView<SignUpForm>;
  /** Path of this site to continue to. */
  readonly next: string | null;
  readonly shortest: number;
  readonly consentText: string;
}

const page = definePage<SignUpPage>('trainees/sign-up/new');
const sentPage = definePage<{ readonly email: string; readonly next: string | null }>('trainees/sign-up/sent');

@Controller('sign-up')
@OpenToAll()
export class SignUpController {
  constructor(
    private readonly signUp: SignUp,
    private readonly profile: AcademyProfile,
    private readonly clock: Clock,
  ) {}

  @Get()
  show(@CurrentContext() context: RequestContext, @Query('next') next?: unknown): Page | SeeOther {
    if (context.actor.id !== null) return seeOther(nextOf(next) ?? homeOf(context.actor.roles));
    return page(this.model(context, formView(SignUpForm, context.translator), nextOf(next)));
  }

  @Post()
  begin(@CurrentContext() context: RequestContext, @Body() body: unknown): Promise<Page> {
    const next = nextOf((body as { next?: unknown } | null)?.next);
    return answerForm(readForm(SignUpForm, body, this.clock.today()), {
      act: ({ name, latinName, email, password }) =>
        this.signUp.execute({ name, latinName, email, password, language: context.language, ip: context.ip, next }),
      // The same, and nobody signed in, whether or not the address has an account.
      done: (_, { email }) => sentPage({ email, next }),
      again: (filling) => {
        const form = formView(SignUpForm, context.translator, {
          ...filling,
          typed: { ...filling.typed, password: '' },
        });
        const isThrottled = filling.refusals?.some(({ code }) => code === 'tooManySignUps');
        return page(this.model(context, form, next), isThrottled ? 429 : undefined);
      },
    });
  }

  private model(context: RequestContext, form: FormView<SignUpForm>, next: string | null): SignUpPage {
    const academy = this.profile.current();
    const name = (context.language === 'en' ? academy?.nameEn : academy?.nameZh) ?? '';
    return {
      form,
      next,
      shortest: SHORTEST_PASSWORD,
      consentText: context.translator.t('signUp.consent', { academy: name }),
    };
  }
}

function nextOf(typed: unknown): string | null {
  return typeof typed === 'string' && typed !== '' ? pathWithin(typed) : null;
}
