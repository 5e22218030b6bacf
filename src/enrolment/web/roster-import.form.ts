import { fault, type FieldFault, LongTextField } from '../../platform/index.js';
import { MOST_PASTED_PEOPLE, readPastedPeople } from '../domain/pasted-people.js';

export class RosterImportForm {
  @LongTextField({ max: 30_000 }) people!: string;

  disagreements(): FieldFault[] {
    const count = readPastedPeople(this.people).length;
    return count > MOST_PASTED_PEOPLE
      ? [fault('people', 'rosterImport.too_many', { most: MOST_PASTED_PEOPLE, count })]
      : [];
  }
}
