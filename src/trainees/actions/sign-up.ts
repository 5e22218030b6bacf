import { Inject, Injectable } from '@nestjs/common';
import { Account, AccountEmails, type AccountRefusalCode, HashNewPassword, openAccount } from '../../accounts/index.js';
import {
  AN_HOUR,
  CONFIG,
  type Config,
  dayOf,
  isRefused,
  MessageCatalog,
  type Language,
  newId,
  refuse,
  refused,
  type Refused,
  Throttle,
  type Transaction,
  UnitOfWork,
  VISITOR,
} from '../../platform/index.js';
import { Trainee } from '../data/trainee.entity.js';
import { factsBlockers, hostBlockers, tidyFacts } from '../domain/facts.js';
import type { TraineeRefusalCode } from '../domain/refusals.js';

export interface Newcomer {
  readonly name: string;
  readonly latinName: string | null;
  readonly email: string;
  readonly password: string;
  readonly language: Language;
  readonly ip: string;
  /** Path of this site to continue to once the email is verified. */
  readonly next: string | null;
}

/** `known`: the email already has an account. Its owner gets an email; the visitor is not told. */
export type SignedUp =
  | { readonly known: true }
  | { readonly known: false; readonly accountId: string; readonly traineeId: string; readonly name: string };

/** A school's classrooms may share one network. */
const PER_NETWORK = { name: 'sign-up-network', most: 200, within: AN_HOUR };
const PER_PERSON = { name: 'sign-up-person', most: 5, within: AN_HOUR };
const PER_MAILBOX = { name: 'sign-up-mailbox', most: 30, within: AN_HOUR };

/**
 * Creates a trainee with an account in one transaction. Nobody is signed in before the email is verified, by the link
 * and the password together.
 */
@Injectable()
export class SignUp {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly hashNewPassword: HashNewPassword,
    private readonly emails: AccountEmails,
    private readonly throttle: Throttle,
    private readonly messageCatalog: MessageCatalog,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async execute(newcomer: Newcomer): Promise<SignedUp | Refused<TraineeRefusalCode | AccountRefusalCode>> {
    const { name, latinName, email } = newcomer;
    const facts = tidyFacts({
      name,
      latinName,
      email,
      phone: null,
      workplace: null,
      education: null,
      bornOn: null,
      note: null,
    });
    const mailbox = email.toLowerCase();
    const ofPerson = { limit: PER_PERSON, who: `${mailbox} ${newcomer.ip}` };
    const wait = await this.throttle.hitEach([
      { limit: PER_NETWORK, who: newcomer.ip },
      ofPerson,
      { limit: PER_MAILBOX, who: mailbox },
    ]);
    if (wait > 0) return refused(refuse('tooManySignUps', { minutes: Math.ceil(wait / 60) }));
    const passwordHash = await this.hashNewPassword.execute({
      password: newcomer.password,
      field: 'password',
      owner: [name, latinName, email],
    });
    if (isRefused(passwordHash)) {
      await this.throttle.giveBack(ofPerson);
      return passwordHash;
    }
    return this.unitOfWork.run(VISITOR, async (tx) => {
      const reasons = [...factsBlockers(facts, dayOf(tx.now)), ...hostBlockers(facts)];
      if (reasons.length > 0) return refused(...reasons);
      const accountId = await openAccount(tx, {
        email,
        name: facts.name,
        passwordHash,
        language: newcomer.language,
        roles: ['trainee'],
        emailVerified: false,
      });
      if (accountId === null) return this.remind(tx, newcomer);
      const traineeId = newId();
      await tx
        .of(Trainee)
        .insert({ id: traineeId, accountId, ...facts, consentAt: tx.now, createdAt: tx.now, updatedAt: tx.now });
      await tx.audit('trainee.signedUp', { type: 'trainee', id: traineeId, label: facts.name });
      const account = await tx.of(Account).findOneByOrFail({ id: accountId });
      await this.emails.verification(tx, account, newcomer.next);
      return { known: false, accountId, traineeId, name: facts.name };
    });
  }

  /** Writes to the owner of the address: the verification link again where it was never used, else how to sign in. */
  private async remind(tx: Transaction, { email, language, next }: Newcomer): Promise<SignedUp> {
    tx.withoutAudit('nothing changes; the email is in the outbox');
    const account = await tx.of(Account).findOneByOrFail({ email: email.toLowerCase() });
    const isWaiting = account.emailVerifiedAt === null && account.passwordHash !== null && account.disabledAt === null;
    if (isWaiting) {
      await this.emails.verification(tx, account, next);
      return { known: true };
    }
    const translator = this.messageCatalog.in(language);
    const { publicUrl } = this.config;
    await tx.mail({
      to: email.toLowerCase(),
      name: '',
      language,
      subject: translator.t('mail.alreadyMember_subject'),
      body: translator.t('mail.alreadyMember_body', {
        signIn: `${publicUrl}/sign-in`,
        reset: `${publicUrl}/password-reset`,
      }),
    });
    return { known: true };
  }
}
