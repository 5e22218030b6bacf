import {
  ACHIEVEMENT_LEVELS,
  type AchievementLevel,
  type CertificateFacts,
  type PrintedAchievement,
} from '../../core/domain/index.js';

/** Who it is about: names in plain text, as printed. No hash of the email address: addresses can be guessed. */
export function identities({ recipient }: CertificateFacts): object[] {
  return [recipient.name, recipient.latinName]
    .filter((name) => name !== null && name !== '')
    .map((name) => ({ type: 'IdentityObject', hashed: false, identityHash: name, identityType: 'name' }));
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
