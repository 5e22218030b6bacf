import { createRequire } from 'node:module';

/** A package that is loaded when it is first asked for, so that a start without need of it waits and holds less. */
export function onDemand<Package>(name: string): () => Package {
  let loaded: Package | null = null;
  return () => (loaded ??= createRequire(import.meta.url)(name) as Package);
}

/** The same for a package that is an ES module. */
export function onDemandModule<Module>(load: () => Promise<Module>): () => Promise<Module> {
  let loaded: Promise<Module> | null = null;
  return () => (loaded ??= load());
}
