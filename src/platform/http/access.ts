import { SetMetadata } from '@nestjs/common';

export const ACCESS = 'access';

/** Who may use a route: anybody, or those who may perform the named act. A route with neither is closed. */
export type Access = { readonly open: true } | { readonly right: string };

/** For public pages. Queries still decide which rows are visible. */
export const OpenToAll = (): MethodDecorator & ClassDecorator => SetMetadata(ACCESS, { open: true } satisfies Access);

export const PROGRAMS = 'programs';

/**
 * For programs that send a key of their own: cookies are ignored, so no CSRF token is required. The route's own guard
 * decides.
 */
export const OpenToPrograms =
  (): MethodDecorator & ClassDecorator =>
  (target: object, property?: string | symbol, descriptor?: PropertyDescriptor) => {
    for (const mark of [OpenToAll(), SetMetadata(PROGRAMS, true)]) {
      if (property === undefined) (mark as ClassDecorator)(target as never);
      else (mark as MethodDecorator)(target, property, descriptor!);
    }
  };
