import { Injectable, type PipeTransform } from '@nestjs/common';
import { textOf } from '../forms/body.js';

/**
 * Query values as texts; of a repeated one, which only a hand-made address has, the first. A handler that declares
 * texts must use it (`@Query(QueryText)`, `@Query('q', QueryText)`); one that reads lists takes `unknown`.
 */
@Injectable()
export class QueryText implements PipeTransform<unknown, string | Readonly<Record<string, string>> | undefined> {
  transform(sent: unknown): string | Readonly<Record<string, string>> | undefined {
    if (sent === undefined) return undefined;
    if (typeof sent !== 'object' || sent === null || Array.isArray(sent)) return textOf(sent);
    return Object.fromEntries(Object.entries(sent).map(([name, value]) => [name, textOf(value)]));
  }
}
