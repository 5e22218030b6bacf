/** A backup that cannot be made, read or restored: its message tells the operator why and what helps. */
export class BackupFault extends Error {}
