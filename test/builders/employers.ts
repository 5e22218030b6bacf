import { AddContact, AddEmployer, MakeKey } from '../../src/employers/index.js';
import { isRefused, SYSTEM } from '../../src/platform/index.js';
import type { BuilderAcademy } from '../support/app.js';
import { type Person, someone } from '../support/people.js';

export interface BuiltEmployer {
  readonly id: string;
  readonly name: string;
  /** Its contact, who can sign in. */
  readonly contact: Person;
  /** A key with all scopes. */
  readonly key: string;
}

let made = 0;

/** An employer with a contact and an API key. */
export async function anEmployer(
  academy: BuilderAcademy,
  scopes: readonly string[] = ['verifications:make', 'verifications:read'],
): Promise<BuiltEmployer> {
  made += 1;
  const name = `历下软件 ${made} 公司`;
  const blank = {
    nameEn: null,
    creditCode: null,
    kind: 'employer',
    park: null,
    contactName: null,
    contactEmail: null,
    contactPhone: null,
    note: null,
  } as const;
  const employer = await academy.app.get(AddEmployer).execute(SYSTEM, { name, ...blank });
  if (isRefused(employer)) throw new Error('The employer was refused');
  const contact = await someone(academy, {
    name: '孙丽',
    email: `sun.li.${made}@qilusoft.example`,
    roles: ['employer'],
  });
  await academy.app
    .get(AddContact)
    .execute(SYSTEM, { employerId: employer.id, name: contact.name, email: contact.email, language: 'zh-CN' });
  const key = await academy.app.get(MakeKey).execute(SYSTEM, { employerId: employer.id, name: '招聘系统', scopes });
  if (isRefused(key)) throw new Error('The key was refused');
  return { id: employer.id, name, contact, key: key.key };
}
