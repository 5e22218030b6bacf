import type { CertificateEventKind, CertificateState, ReasonClass } from '../../core/index.js';
import type { BoundState, Cell } from '../../log/index.js';

export interface WrittenEvent {
  readonly id: string;
  /** Epoch milliseconds, like all times here. */
  readonly at: number;
  readonly kind: CertificateEventKind;
  readonly reason: string | null;
  readonly reasonClass: ReasonClass | null;
  readonly actorName: string;
}

export interface WrittenHiding {
  readonly id: string;
  readonly hiddenAt: number;
  readonly shownAt: number | null;
}

export interface WrittenNeighbour {
  readonly id: string;
  readonly token: string;
  readonly number: string;
  /** Whether one renews the other; otherwise it replaces it. */
  readonly byRenewal: boolean;
}

export interface WrittenSeal {
  readonly subjectUrn: string;
  readonly statusList: number;
  readonly statusIndex: number;
  readonly credentialHash: string;
  readonly sealedAt: number;
}

/** The rows that an act wrote about a certificate. Omitted: the act changed nothing of it. */
export interface WrittenRows {
  readonly standing?: {
    readonly state: CertificateState;
    readonly revokedAt: number | null;
    readonly reason: string | null;
  };
  readonly event?: WrittenEvent;
  /** New, or changed. */
  readonly hiding?: WrittenHiding;
  readonly seal?: WrittenSeal;
  readonly next?: WrittenNeighbour;
  readonly last?: WrittenNeighbour;
}

/** A certificate's record before an act has written anything but its row. */
export const NEW_RECORD: Omit<BoundState, 'id'> = {
  row: [],
  standing: ['valid', null, null],
  history: [],
  hidings: [],
  seal: null,
  neighbours: [null, null],
};

/** What stands of a certificate after an act, if nobody else has written anything since the record was judged. */
export function stateAfter(before: BoundState, { standing, event, hiding, seal, next, last }: WrittenRows): BoundState {
  const [oldNext, oldLast] = before.neighbours;
  return {
    ...before,
    standing: standing ? [standing.state, standing.revokedAt, standing.reason] : before.standing,
    history: event ? withRow(before.history, eventCells(event)) : before.history,
    hidings: hiding ? withRow(before.hidings, [hiding.id, hiding.hiddenAt, hiding.shownAt]) : before.hidings,
    seal: seal ? [seal.subjectUrn, seal.statusList, seal.statusIndex, seal.credentialHash, seal.sealedAt] : before.seal,
    neighbours: [next ? neighbourCells(next) : (oldNext ?? null), last ? neighbourCells(last) : (oldLast ?? null)],
  };
}

/** In the order in which the rows are bound: by id. */
function withRow(rows: readonly (readonly Cell[])[], row: readonly Cell[]): (readonly Cell[])[] {
  const id = ([first]: readonly Cell[]): string => String(first);
  return [...rows.filter((one) => id(one) !== id(row)), row].sort((one, other) => (id(one) < id(other) ? -1 : 1));
}

const eventCells = ({ id, at, kind, reason, reasonClass, actorName }: WrittenEvent): Cell[] => [
  id,
  at,
  kind,
  reason,
  reasonClass,
  actorName,
];

const neighbourCells = ({ id, token, number, byRenewal }: WrittenNeighbour): Cell[] => [
  id,
  token,
  number,
  Number(byRenewal),
];
