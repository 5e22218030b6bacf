import { Injectable } from '@nestjs/common';
import {
  definePage,
  type FormState,
  type FormView,
  formView,
  found,
  optionsOf,
  type Page,
  ReadDatabase,
  type RequestContext,
} from '../../platform/index.js';
import { type ContactRow, contactsOf } from '../data/contact-queries.js';
import { employerById, type EmployerRow } from '../data/employer-queries.js';
import { keysOf } from '../data/key-queries.js';
import { CONTACT_LANGUAGES, ContactForm } from './contact.form.js';
import { type KeysFormState, keysView, type KeysView } from './keys.page.js';

export interface AccessPage extends KeysView {
  readonly employer: EmployerRow;
  readonly contacts: readonly ContactRow[];
  readonly contactForm: FormView<ContactForm>;
  readonly problems: FormView<ContactForm>['summary'];
}

const page = definePage<AccessPage>('employers/access/show');

/** An employer's access: its contacts and API keys. */
@Injectable()
export class AccessPages {
  constructor(private readonly reads: ReadDatabase) {}

  /** @throws NotFound */
  async employer(id: string): Promise<EmployerRow> {
    return found(await employerById(this.reads, id));
  }

  async show(
    { translator }: RequestContext,
    employer: EmployerRow,
    { keys, contact }: { readonly keys?: KeysFormState; readonly contact?: FormState } = {},
  ): Promise<Page> {
    const { query } = this.reads;
    const contactForm = formView(ContactForm, translator, {
      typed: { language: 'zh-CN' },
      ...contact,
      options: { language: optionsOf(translator, 'employer_contact.language', CONTACT_LANGUAGES) },
    });
    const view = keysView(
      translator,
      { keys: await keysOf(query, employer.id), base: `/office/employers/${employer.id}/keys` },
      keys,
    );
    return page({
      ...view,
      employer,
      contacts: await contactsOf(query, employer.id),
      contactForm,
      problems: [...view.form.summary, ...contactForm.summary],
    });
  }
}
