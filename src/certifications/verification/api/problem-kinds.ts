/** Problems of the API, by the last part of their `type`. */
export const PROBLEMS = [
  { kind: 'malformed-request', status: 400 },
  { kind: 'key-missing', status: 401 },
  { kind: 'key-wrong', status: 401 },
  { kind: 'key-lacks-scope', status: 403 },
  { kind: 'not-found', status: 404 },
  { kind: 'too-large', status: 413 },
  { kind: 'wrong-type', status: 415 },
  { kind: 'invalid-request', status: 422 },
  { kind: 'too-many-items', status: 422 },
  { kind: 'too-many-requests', status: 429 },
  { kind: 'unexpected', status: 500 },
] as const;
