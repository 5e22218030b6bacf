import { ChoicesField, TextField } from '../../../platform/index.js';
import { WEBHOOK_EVENTS } from '../domain/webhook.js';

export class WebhookForm {
  @TextField({ max: 500 }) url!: string;
  @ChoicesField(WEBHOOK_EVENTS) events!: string[];
}
