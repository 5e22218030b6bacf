import { bindingMessages } from '../binding/index.js';
import { coreMessages } from '../core/index.js';
import { documentMessages } from '../documents/index.js';
import { holderMessages } from '../holders/index.js';
import { integrityMessages } from '../integrity/index.js';
import { issuerMessages } from '../issuer/index.js';
import { issuingMessages } from '../issuing/index.js';
import { lifecycleMessages } from '../lifecycle/index.js';
import { logMessages } from '../log/index.js';
import { registerMessages } from '../register/index.js';
import { templateMessages } from '../templates/index.js';
import { verificationMessages } from '../verification/index.js';
import { webhookMessages } from '../webhooks/index.js';

/** All texts of the module, in both languages. */
export const certificationMessages = {
  ...coreMessages,
  ...logMessages,
  ...bindingMessages,
  ...documentMessages,
  ...templateMessages,
  ...issuerMessages,
  ...registerMessages,
  ...issuingMessages,
  ...lifecycleMessages,
  ...holderMessages,
  ...webhookMessages,
  ...verificationMessages,
  ...integrityMessages,
};
