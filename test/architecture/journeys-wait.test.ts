import { ESLint, type Linter } from 'eslint';
import { join } from 'node:path';
import { PACKAGE_ROOT } from '../../src/platform/index.js';

/** What `npm run lint` reports for this statement in a journey; the path is one that the configuration matches. */
async function refusals(statement: string): Promise<string[]> {
  const eslint = new ESLint({
    cwd: PACKAGE_ROOT,
    overrideConfig: { languageOptions: { parserOptions: { projectService: false } } },
    ruleFilter: ({ ruleId }) => ruleId === 'no-restricted-syntax',
  });
  const code = `import { page, window } from './road.js';\n\n${statement}\n`;
  const [result] = await eslint.lintText(code, { filePath: join(PACKAGE_ROOT, 'test/journeys/road.ts') });
  return (result?.messages ?? []).map(({ message }: Linter.LintMessage) => message);
}

describe('a journey waits for conditions', () => {
  it.each([
    [
      'counts right after a click',
      "await page.locator('button').click(); expect(await page.locator('.ghost').count()).toBe(0);",
    ],
    ['reads a text', "expect(await page.locator('dialog').innerText()).toContain('taken');"],
    [
      'reads a text first and expects later',
      "const text = await page.locator('dialog').textContent(); expect(text).toBe('taken');",
    ],
    ['goes through what it finds', "for (const row of await page.locator('tr').all()) await row.click();"],
    ['asks whether something is seen', "expect(await page.isVisible('dialog')).toBe(true);"],
    ['asks the page itself', "expect(await page.evaluate(() => document.title)).toBe('Timetable');"],
    ['waits for a while', 'await page.waitForTimeout(500);'],
    ['waits for a while by a timer', 'await new Promise((resolve) => setTimeout(resolve, 500));'],
  ])('and is refused if it %s', async (_, statement) => {
    expect(await refusals(statement)).toHaveLength(1);
  });

  it.each([
    ['waits for a text', "await page.locator('dialog[open]', { hasText: 'taken' }).waitFor();"],
    ['waits for a number of elements', "await window.finds('.ghost', 0);"],
    ['reads the database', 'await road.academy.app.get(ReadDatabase).query(sql`SELECT 1`);'],
    ['waits for several things at once', 'await Promise.all([page.waitForURL(/undo=/), window.send()]);'],
  ])('and is accepted if it %s', async (_, statement) => {
    expect(await refusals(statement)).toEqual([]);
  });
});
