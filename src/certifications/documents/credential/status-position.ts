/** Where a credential of ours says that its status stands; `null` for what says nothing of the kind. */
export function statusPositionIn(text: string): { readonly list: number; readonly index: number } | null {
  try {
    const { credentialStatus: status } = JSON.parse(text) as {
      readonly credentialStatus?: { readonly statusListCredential?: unknown; readonly statusListIndex?: unknown };
    };
    const [list, index] = [
      Number(String(status?.statusListCredential).split('/').at(-1)),
      Number(status?.statusListIndex),
    ];
    return Number.isSafeInteger(list) && Number.isSafeInteger(index) && index >= 0 ? { list, index } : null;
  } catch {
    return null;
  }
}

/** The address of the person that a credential of ours is about: `urn:uuid:…`. */
export function subjectIn(text: string): string | null {
  try {
    const { credentialSubject } = JSON.parse(text) as { readonly credentialSubject?: { readonly id?: unknown } };
    return typeof credentialSubject?.id === 'string' ? credentialSubject.id : null;
  } catch {
    return null;
  }
}
