import Handlebars from 'handlebars';

const MARKUP = /<(?=[a-z/!])|>|\s+/gi;

/**
 * Removes the indentation of views from the pages: a line break with the spaces around it becomes one line break, or
 * one space within a tag. What a page shows does not change; `pre` and `textarea` are left alone.
 */
export class Indentation extends Handlebars.Visitor {
  private inTag = false;

  override Program({ body }: hbs.AST.Program): void {
    body.forEach((statement, at) => {
      if (statement.type !== 'ContentStatement') return this.accept(statement);
      const content = statement as hbs.AST.ContentStatement;
      const { value } = content;
      content.value = this.compact(value);
      if (this.inTag && bringsItsSpace(body[at + 1], value)) content.value = content.value.trimEnd();
    });
  }

  private compact(value: string): string {
    const text = value.replace(/^ {2,}/, ' ');
    return text.replace(MARKUP, (found, at: number) => {
      if (found === '<') this.inTag = true;
      else if (found === '>') this.inTag = false;
      else if (this.inTag) return endsTag(text, at + found.length) || bordersValue(text, at, found) ? '' : ' ';
      else return found.includes('\n') ? '\n' : found;
      return found;
    });
  }
}

const endsTag = (text: string, at: number) => text.startsWith('>', at) || text.startsWith('/>', at);

/** Whether a line break is at either end of an attribute's value. */
function bordersValue(text: string, at: number, found: string): boolean {
  return found.includes('\n') && (text.startsWith('="', at - 2) || text.startsWith('"', at + found.length));
}

/** Whether what follows within the tag begins with its own space, or is the end of an indented block. */
function bringsItsSpace(next: hbs.AST.Statement | undefined, value: string): boolean {
  if (next === undefined) return value.slice(value.trimEnd().length).includes('\n');
  if (next.type === 'PartialStatement') return true;
  if (next.type !== 'BlockStatement') return false;
  const { program, inverse } = next as hbs.AST.BlockStatement;
  return [program, inverse].every((branch) => !branch?.body.length || beginsWithSpace(branch.body[0]!));
}

function beginsWithSpace(statement: hbs.AST.Statement): boolean {
  return statement.type === 'ContentStatement' && /^\s/.test((statement as hbs.AST.ContentStatement).value);
}
