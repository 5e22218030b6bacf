import { RequestMethod } from '@nestjs/common';
import { METHOD_METADATA, PATH_METADATA } from '@nestjs/common/constants.js';
import { MetadataScanner, ModulesContainer } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';

type Handlers = Record<string, object>;

/** Every route of a controller, such as `POST /office/cohorts/:code/publication`, sorted. */
export function routesOf(app: NestFastifyApplication): string[] {
  const scanner = new MetadataScanner();
  const controllers = [...app.get(ModulesContainer).values()].flatMap((module) => [...module.controllers.values()]);
  const routes = controllers.flatMap(({ metatype }) => {
    const prototype = (metatype as { prototype: Handlers } | null)?.prototype;
    if (!metatype || !prototype) return [];
    return scanner.getAllMethodNames(prototype).flatMap((name) => addresses(metatype, prototype[name]!));
  });
  return [...new Set(routes)].sort();
}

function addresses(controller: object, handler: object): string[] {
  const method = Reflect.getMetadata(METHOD_METADATA, handler) as RequestMethod | undefined;
  if (method === undefined) return [];
  const paths = (from: object): string[] =>
    [(Reflect.getMetadata(PATH_METADATA, from) as string | string[] | undefined) ?? ''].flat();
  return paths(controller).flatMap((base) =>
    paths(handler).map((path) => `${RequestMethod[method]} ${joined(base, path)}`),
  );
}

function joined(...parts: string[]): string {
  return `/${parts
    .flatMap((part) => part.split('/'))
    .filter((part) => part !== '')
    .join('/')}`;
}
