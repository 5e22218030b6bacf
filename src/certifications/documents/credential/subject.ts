import { createHash } from 'node:crypto';
import {
  ACHIEVEMENT_LEVELS,
  type AchievementLevel,
  type CertificateFacts,
  type PrintedAchievement,
} from '../../core/domain/index.js';
import type { Making } from './credential.js';

/**
 * Who it is about: names in clear, as printed;
 * the email address as a salted hash, so that its owner can show that it is theirs.
 */
export function identities({ recipient }: CertificateFacts, email: Making['email']): object[] {
  const names = [recipient.name, recipient.latinName].filter((name) => name !== null && name !== '');
  return [
    ...names.map((name) => ({ type: 'IdentityObject', hashed: false, identityHash: name, identityType: 'name' })),
    ...(email
      ? [
          {
            type: 'IdentityObject',
            hashed: true,
            identityHash: saltedHash(email.address, email.salt),
            identityType: 'emailAddress',
            salt: email.salt,
          },
        ]
      : []),
  ];
}

/** The SHA-256 of a text's bytes with its salt behind it, as Open Badges writes it. */
export function saltedHash(text: string, salt: string): string {
  return `sha256$${createHash('sha256')
    .update(text + salt)
    .digest('hex')}`;
}

export function levelOf({ level }: PrintedAchievement): AchievementLevel[] {
  return level ? [level] : [];
}

interface Results {
  readonly results: readonly object[];
  readonly descriptions: readonly object[];
}

/** What was measured, each result beside the description of what it measures; the level as one of four that exist. */
export function resultsOf(facts: CertificateFacts, id: string): Results {
  const measured = (facts.results ?? []).map((one, place) => {
    const description = `${id}#result-${place + 1}`;
    const resultType = one.value.trim().endsWith('%') ? 'Percent' : 'Result';
    return {
      result: { type: ['Result'], resultDescription: description, value: one.value },
      description: { id: description, type: ['ResultDescription'], name: `${one.nameZh} / ${one.nameEn}`, resultType },
    };
  });
  const levels = levelOf(facts.achievement).map((level) => ({
    result: { type: ['Result'], resultDescription: `${id}#level`, achievedLevel: `${id}#level-${level}` },
    description: {
      id: `${id}#level`,
      type: ['ResultDescription'],
      name: '级别 / Level',
      resultType: 'RubricCriterionLevel',
      rubricCriterionLevel: ACHIEVEMENT_LEVELS.map((name, place) => ({
        id: `${id}#level-${name}`,
        type: ['RubricCriterionLevel'],
        name,
        level: String(place + 1),
      })),
    },
  }));
  const all = [...measured, ...levels];
  return { results: all.map(({ result }) => result), descriptions: all.map(({ description }) => description) };
}
