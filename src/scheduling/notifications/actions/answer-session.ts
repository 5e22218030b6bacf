import { Injectable } from '@nestjs/common';
import { type Actor, blockers, NotFound, refused, type Refused, UnitOfWork } from '../../../platform/index.js';
import { Session, sessionById, SessionInstructor } from '../../core/index.js';
import type { QuestionSubject } from '../../sessions/index.js';
import { answeringInstructor } from '../data/answering-instructor.js';
import { SESSION_MAY_BE_ANSWERED } from '../domain/answer-rules.js';
import type { AnswerRefusalCode } from '../domain/refusals.js';

export interface InstructorAnswer {
  readonly answer: 'confirmed' | 'declined';
  /** Optional message of the instructor. */
  readonly said: string | null;
}

@Injectable()
export class AnswerSession {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /**
   * Records an instructor's answer. The signed link identifies the instructor, so no sign-in is needed.
   * @throws NotFound for a deleted session or instructor
   */
  execute(
    question: QuestionSubject,
    { answer, said }: InstructorAnswer,
  ): Promise<InstructorAnswer | Refused<AnswerRefusalCode>> {
    const { sessionId, instructorId } = question;
    return this.unitOfWork.run(NOBODY, async (tx) => {
      const locked = await tx.lock(Session, sessionId);
      const session = locked && (await sessionById(tx.query, sessionId));
      const instructor = await answeringInstructor(tx.query, instructorId);
      if (!session || !instructor) throw new NotFound();
      const teaching = session.instructors.find(({ id }) => id === instructorId);
      const [against] = blockers(SESSION_MAY_BE_ANSWERED, {
        now: tx.now,
        session,
        teaches: teaching !== undefined,
        question,
      });
      if (against) return refused(against);
      await tx.of(SessionInstructor).update({ sessionId, instructorId }, { answer, answeredAt: tx.now, said });
      const actor: Actor = { id: instructor.accountId, name: instructor.name, email: instructor.email, roles: [] };
      await tx
        .actingAs(actor)
        .audit(
          `session.${answer}`,
          { type: 'session', id: sessionId, label: `${session.cohort} · ${session.number}` },
          said === null ? {} : { said },
        );
      return { answer, said };
    });
  }
}

/** The actor until the link identifies the instructor. */
const NOBODY: Actor = { id: null, name: 'instructor', email: null, roles: [] };
