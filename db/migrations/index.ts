import { ThePlatform1767225600001 } from './0001-platform.js';
import { PeopleSignIn1767225600010 } from './0010-accounts.js';
import { ACohortIsADatedRunOfACourse1767225600050 } from './0050-a-cohort-is-a-dated-run-of-a-course.js';

/** Every migration in order: one set for SQLite and PostgreSQL. */
export const migrations = [
  ThePlatform1767225600001,
  PeopleSignIn1767225600010,
  ACohortIsADatedRunOfACourse1767225600050,
];
