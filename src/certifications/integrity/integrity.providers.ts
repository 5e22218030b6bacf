import { BindRegister } from './actions/bind-register.js';
import { FittingKeys } from './actions/fitting-keys.js';

export const integrityProviders = [BindRegister, FittingKeys];
