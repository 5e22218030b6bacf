/** Why an employer's list is not accepted. */
export type ListRefusalCode =
  | 'listNoFile'
  | 'listEmpty'
  | 'listTooLong'
  | 'listCellTooLong'
  | 'listTooManyLines'
  | 'listTooWide'
  | 'listTooLarge'
  | 'listTooComplex'
  | 'listReaderBusy'
  | 'listUnreadable'
  | 'listEncodingUnclear'
  | 'listOldWorkbook'
  | 'listWithPassword'
  | 'listIsWebPage'
  | 'listLacksColumns'
  | 'tooManyLists'
  | 'tooManyRows';
