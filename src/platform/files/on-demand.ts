import { createRequire } from 'node:module';

/** Loads a package at its first use, so that a start without it is faster and takes less memory. */
export function onDemand<Package>(name: string): () => Package {
  let loaded: Package | null = null;
  return () => (loaded ??= createRequire(import.meta.url)(name) as Package);
}

/** The same for an ES module. */
export function onDemandModule<Module>(load: () => Promise<Module>): () => Promise<Module> {
  let loaded: Promise<Module> | null = null;
  return () => (loaded ??= load());
}
