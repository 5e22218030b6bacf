/** A backup that cannot be made, read or restored. The message tells the operator why and what to do. */
export class BackupFault extends Error {}
