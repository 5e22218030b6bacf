import { CheckRegisterState } from './actions/check-register-state.js';
import { CheckRegister } from './actions/check-register.js';
import { ClearAlarms } from './actions/clear-alarms.js';
import { OwnRegisterWriter } from './actions/own-register-writer.js';
import { RegisterBinding } from './actions/register-binding.js';
import { RegisterKey } from './actions/register-key.js';
import { RegisterMark } from './actions/register-mark.js';
import { ReportAlteredRecord } from './actions/report-altered-record.js';

export const bindingProviders = [
  CheckRegister,
  CheckRegisterState,
  ClearAlarms,
  OwnRegisterWriter,
  RegisterBinding,
  RegisterKey,
  RegisterMark,
  ReportAlteredRecord,
];
