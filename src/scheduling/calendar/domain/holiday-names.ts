const IN_ENGLISH: ReadonlyMap<string, string> = new Map(
  Object.entries({
    元旦: 'New Year',
    春节: 'Spring Festival',
    清明节: 'Qingming Festival',
    劳动节: 'Labour Day',
    端午节: 'Dragon Boat Festival',
    中秋节: 'Mid-Autumn Festival',
    国庆节: 'National Day',
  }),
);

/**
 * What a holiday of the notices is called in English, two on one day too (`国庆节、中秋节`); `null` for one not met before.
 */
export function holidayInEnglish(name: string): string | null {
  const parts = name.split(/[、,，]/).map((part) => IN_ENGLISH.get(part.trim()));
  return parts.every((part) => part !== undefined) ? parts.join(' and ') : null;
}
