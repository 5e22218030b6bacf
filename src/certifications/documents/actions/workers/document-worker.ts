import { answerTasks } from '../../../../platform/workers/answer-tasks.js';
import { type Documents, type Draft, makeDocuments, type DocumentKeys } from './documents.js';

export interface DocumentTask {
  readonly draft: Draft;
  readonly keys: DocumentKeys;
}

answerTasks<DocumentTask, Documents>(({ draft, keys }) => makeDocuments(draft, keys));
