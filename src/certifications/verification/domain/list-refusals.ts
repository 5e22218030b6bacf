/** Why a list that an employer sends is not taken. */
export type ListRefusalCode =
  | 'listNoFile'
  | 'listEmpty'
  | 'listTooLong'
  | 'listTooManyLines'
  | 'listTooWide'
  | 'listTooLarge'
  | 'listTooComplex'
  | 'listReaderBusy'
  | 'listUnreadable'
  | 'listOldWorkbook'
  | 'listWithPassword'
  | 'listIsWebPage'
  | 'listLacksColumns'
  | 'tooManyLists'
  | 'tooManyRows';
