import { openAccount } from '../../src/accounts/index.js';
import { newId } from '../../src/platform/index.js';
import { Trainee } from '../../src/trainees/index.js';
import type { BuilderAcademy } from '../support/app.js';
import type { Person } from '../support/people.js';

export interface BuiltTrainee extends Person {
  readonly traineeId: string;
}

let built = 0;

/**
 * Trainees with accounts and verified emails, in one transaction: signing up costs a password hash each, which most
 * tests can avoid.
 */
export function someTrainees(academy: BuilderAcademy, count: number): Promise<BuiltTrainee[]> {
  return academy.write(async (tx) => {
    const trainees: BuiltTrainee[] = [];
    for (let index = 0; index < count; index += 1) {
      built += 1;
      const [name, email] = [`学员${built}`, `trainee${built}@example.com`];
      const id =
        (await openAccount(tx, {
          email,
          name,
          passwordHash: null,
          language: 'zh-CN',
          roles: ['trainee'],
          emailVerified: true,
        })) ?? '';
      const traineeId = newId();
      await tx.of(Trainee).insert({
        id: traineeId,
        accountId: id,
        name,
        latinName: null,
        email,
        phone: null,
        workplace: null,
        education: null,
        bornOn: null,
        consentAt: tx.now,
        createdAt: tx.now,
        updatedAt: tx.now,
        note: null,
      });
      trainees.push({ id, name, email, roles: ['trainee'], traineeId });
    }
    return trainees;
  });
}

export async function aTrainee(academy: BuilderAcademy): Promise<BuiltTrainee> {
  return (await someTrainees(academy, 1))[0]!;
}
