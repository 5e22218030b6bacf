import type { WebClient } from '../../../support/web-client.js';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** Uploads an employer's list, and starts it as its people do who find the columns right. Returns its address. */
export async function startedList(
  browser: WebClient,
  bytes: Buffer,
  { purpose = '校园招聘', name = '名单.xlsx' } = {},
): Promise<string> {
  await browser.get('/employer');
  const { location, text } = await browser.upload(
    '/employer/lists',
    { purpose },
    { field: 'file', name, type: XLSX, bytes },
  );
  if (location === null) throw new Error(`The list was refused: ${text.slice(0, 2000)}`);
  await browser.submit(`${location}/resumption`, {}, location);
  return location;
}
