import { Injectable, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { mergeMap, type Observable } from 'rxjs';
import { PageRenderer } from '../pages/page-renderer.js';
import { FileAnswer, Page, SeeOther } from './answers.js';
import { leaveNotice } from './notice.js';
import { visitOf } from './visit.js';

/** Turns what controllers answer (pages, redirects, files) into HTTP. */
@Injectable()
export class AnswerInterceptor implements NestInterceptor {
  constructor(private readonly pages: PageRenderer) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const http = context.switchToHttp();
    const request = http.getRequest<FastifyRequest>();
    const reply = http.getResponse<FastifyReply>();
    return next.handle().pipe(mergeMap((answer: unknown) => this.answer(answer, request, reply)));
  }

  private async answer(answer: unknown, request: FastifyRequest, reply: FastifyReply): Promise<unknown> {
    if (answer instanceof Page) {
      const visit = visitOf(request);
      const page = this.pages.render(answer, visit, await this.pages.lineFor(visit));
      void reply.status(answer.status).type('text/html; charset=utf-8').header('cache-control', 'private, no-cache');
      return page;
    }
    if (answer instanceof SeeOther) {
      if (answer.notice) leaveNotice(reply, answer.notice);
      void reply.status(303).header('location', answer.url).type('text/plain; charset=utf-8');
      return '';
    }
    if (answer instanceof FileAnswer) {
      void reply.status(200).type(answer.type).header('cache-control', answer.options.cache ?? 'private, no-store');
      if (answer.options.name) void reply.header('content-disposition', attachment(answer.options.name));
      return answer.bytes;
    }
    return answer;
  }
}

function attachment(name: string): string {
  const plain = name.replace(/[^\w.-]+/g, '_');
  return `attachment; filename="${plain}"; filename*=UTF-8''${encodeURIComponent(name)}`;
}
