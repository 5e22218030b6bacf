/** What an audit line is about that concerns the register as a whole. */
export const REGISTER_SUBJECT = { type: 'register', id: 'register', label: 'register' } as const;
