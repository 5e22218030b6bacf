import { BindOutcomes } from './actions/bind-outcomes.js';
import { WatchRegister } from './actions/watch-register.js';
import { CheckRecords } from './actions/check-records.js';
import { ClearAlarms } from './actions/clear-alarms.js';
import { CompareBindings } from './actions/compare-bindings.js';
import { OwnRegisterWriter } from './actions/own-register-writer.js';
import { RegisterBinding } from './actions/register-binding.js';
import { RegisterKey } from './actions/register-key.js';
import { RegisterMark } from './actions/register-mark.js';
import { ReportAlteredRecord } from './actions/report-altered-record.js';

export const bindingProviders = [
  BindOutcomes,
  CheckRecords,
  WatchRegister,
  ClearAlarms,
  CompareBindings,
  OwnRegisterWriter,
  RegisterBinding,
  RegisterKey,
  RegisterMark,
  ReportAlteredRecord,
];
