import { blockers, type Refusal, refuse } from '../../../platform/refusals.js';
import type { CertificateState } from '../../core/domain/index.js';
import type { LifecycleRefusalCode } from './refusals.js';

type No = Refusal<LifecycleRefusalCode> | null;
interface Names {
  readonly name: string;
  readonly latinName: string | null;
}

export interface ReissueFacts {
  readonly number: string;
  readonly state: CertificateState;
  readonly printed: Names;
  readonly correction: Names;
  /** Number of the certificate already in its place. */
  readonly replacedBy: string | null;
  readonly unprintable: readonly string[];
  readonly fits: boolean;
}

const nothingStandsInItsPlace = ({ number, replacedBy }: ReissueFacts): No =>
  replacedBy === null ? null : refuse('certificateReplaced', { number, by: replacedBy });

/** A valid one is replaced only with changed facts; one revoked by mistake may be reissued unchanged. */
const somethingChanges = ({ state, printed, correction }: ReissueFacts): No =>
  state === 'valid' && printed.name === correction.name && printed.latinName === correction.latinName
    ? refuse('nameUnchanged', {}, 'name')
    : null;

const nameIsPrintable = ({ unprintable }: ReissueFacts): No =>
  unprintable.length === 0 ? null : refuse('nameNotPrintable', { characters: unprintable.join(' ') }, 'name');
const nameFits = ({ fits, unprintable }: ReissueFacts): No =>
  fits || unprintable.length > 0 ? null : refuse('nameTooLongForPaper', {}, 'name');

export function reissueBlockers(facts: ReissueFacts): Refusal<LifecycleRefusalCode>[] {
  return blockers([nothingStandsInItsPlace, somethingChanges, nameIsPrintable, nameFits], facts);
}
