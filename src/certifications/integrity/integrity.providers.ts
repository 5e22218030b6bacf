import { BindRegister } from './actions/bind-register.js';
import { FittingKeys } from './actions/fitting-keys.js';
import { PlansToBelieve } from './actions/plans-to-believe.js';

export const integrityProviders = [BindRegister, FittingKeys, PlansToBelieve];
