import type { TestAcademy } from '../../support/app.js';
import { signedIn } from '../../support/people.js';
import type { WebClient } from '../../support/web-client.js';
import { type Row, certificateSteps } from './certificate-steps.js';

export interface Held {
  readonly row: Row;
  readonly holder: WebClient;
  /** Of the certificate, among the holder's own pages. */
  readonly path: string;
  /** Makes a link, for 30 days unless told, and answers its path. */
  link(fields: { label?: string; scope: string; days?: string }): Promise<string>;
}

/** A certificate in the hands of its holder, who has signed in and gives links to it. */
export async function held(academy: TestAcademy, name: string): Promise<Held> {
  const { scenario, row } = await certificateSteps(() => academy).one(name, 'Given Name');
  const holder = await signedIn(academy, scenario.trainees[0]!);
  const path = `/my/certificates/${row.id}`;
  return {
    row,
    holder,
    path,
    link: async (fields) => {
      const answer = await holder.post(`${path}/links`, { label: '齐鲁软件 人事', days: '30', ...fields }, path);
      expect(answer.status).toBe(200);
      return /http:\/\/academy\.example(\/s\/[\w-]{27})/.exec(answer.text)?.[1] ?? '';
    },
  };
}
