import { Academy } from './academy.entity.js';
import { AccountToken } from './account-token.entity.js';
import { Account } from './account.entity.js';
import { EmailChange } from './email-change.entity.js';
import { RoleGrant } from './role-grant.entity.js';
import { WebSession } from './web-session.entity.js';

export const accountEntities = [Account, RoleGrant, WebSession, AccountToken, EmailChange, Academy];
