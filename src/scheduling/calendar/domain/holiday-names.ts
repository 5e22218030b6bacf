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

/** English name of a holiday, also for two on one day (`国庆节、中秋节`); `null` if unknown. */
export function holidayInEnglish(name: string): string | null {
  const parts = name.split(/[、,，]/).map((part) => IN_ENGLISH.get(part.trim()));
  return parts.every((part) => part !== undefined) ? parts.join(' and ') : null;
}
