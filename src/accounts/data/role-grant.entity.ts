import { Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { OneOfCheck } from '../../platform/index.js';
import { ROLES, type Role } from '../domain/roles.js';

@Entity('role_grant')
@OneOfCheck('role_grant', 'role', ROLES)
@ForeignKey('account', ['accountId'], ['id'])
@Index('ix_role_grant_role', ['role'])
export class RoleGrant {
  @PrimaryColumn({ type: 'uuid' }) accountId!: string;
  @PrimaryColumn({ type: 'varchar', length: 40 }) role!: Role;
}
