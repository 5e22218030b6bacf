import { SetMetadata } from '@nestjs/common';

export const ACCESS = 'access';

/** Who may come in at a route: anybody, or those who may do the named act. A route without either is closed. */
export type Access = { readonly open: true } | { readonly act: string };

/** For pages that strangers read. Which rows they see is still the query's business. */
export const OpenToAll = (): MethodDecorator & ClassDecorator => SetMetadata(ACCESS, { open: true } satisfies Access);
