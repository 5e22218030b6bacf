import { answerTasks } from '../../../../platform/workers/answer-tasks.js';
import { type Documents, type Draft, makeDocuments, type DocumentKeys } from './documents.js';

export interface PressTask {
  readonly draft: Draft;
  readonly keys: DocumentKeys;
}

answerTasks<PressTask, Documents>(({ draft, keys }) => makeDocuments(draft, keys));
