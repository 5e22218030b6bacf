import { SetMetadata } from '@nestjs/common';

export const ACCESS = 'access';

/** Who may come in at a route: anybody, or those who may do the named act. A route without either is closed. */
export type Access = { readonly open: true } | { readonly act: string };

/** For pages that strangers read. Which rows they see is still the query's business. */
export const OpenToAll = (): MethodDecorator & ClassDecorator => SetMetadata(ACCESS, { open: true } satisfies Access);

export const PROGRAMS = 'programs';

/**
 * For programs that show a key of their own:
 * no cookie counts, so no form's token is asked for. The route's own guard lets in.
 */
export const OpenToPrograms =
  (): MethodDecorator & ClassDecorator =>
  (target: object, property?: string | symbol, descriptor?: PropertyDescriptor) => {
    for (const mark of [OpenToAll(), SetMetadata(PROGRAMS, true)]) {
      if (property === undefined) (mark as ClassDecorator)(target as never);
      else (mark as MethodDecorator)(target, property, descriptor!);
    }
  };
