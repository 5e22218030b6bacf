import { HttpException } from '@nestjs/common';

export interface ProblemMore {
  /** What happened this time, for the reader of the program's log. */
  readonly detail: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** Further members of the document, such as `errors`. */
  readonly members?: Readonly<Record<string, unknown>>;
}

/** A fault answered to a program as RFC 9457 problem details; `kind` is the last part of its `type`. */
export class ProblemDetails extends HttpException {
  constructor(
    status: number,
    readonly kind: string,
    readonly more: ProblemMore,
  ) {
    super(kind, status);
  }
}

/** The JSON document. `base`: where the kinds of problems are explained, ending in `#`. */
export function problemDocument(
  { status, kind, more, requestId }: { status: number; kind: string; more: ProblemMore; requestId: string },
  base: string,
): string {
  const title = kind.replaceAll('-', ' ');
  return JSON.stringify({
    type: `${base}${kind}`,
    title: title.charAt(0).toUpperCase() + title.slice(1),
    status,
    detail: more.detail,
    instance: requestId,
    ...more.members,
  });
}
