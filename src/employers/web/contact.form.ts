import { ChoiceField, EmailField, TextField } from '../../platform/index.js';

export const CONTACT_LANGUAGES = ['zh-CN', 'en'] as const;

export class ContactForm {
  @TextField({ max: 100 }) name!: string;
  @EmailField() email!: string;
  @ChoiceField(CONTACT_LANGUAGES) language!: string;
}
