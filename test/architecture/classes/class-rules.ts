import ts from 'typescript';
import { nodesOf, type Breach, type Source } from '../sources.js';

const MOST_POSTS = 2;
const MOST_SERVICES = 6;

const classesOf = (one: Source): ts.ClassDeclaration[] => nodesOf(one).filter(ts.isClassDeclaration);

const isDecorated = (node: ts.HasDecorators, name: string): boolean =>
  (ts.getDecorators(node) ?? []).some(
    ({ expression }) => ts.isCallExpression(expression) && expression.expression.getText() === name,
  );

/** A controller serves one noun: more POST handlers or services are a sign of several. */
export function controllersAreSmall(one: Source): Breach[] {
  return classesOf(one).flatMap((each) => {
    const name = each.name?.text ?? 'a class';
    const posts = each.members.filter((member) => ts.isMethodDeclaration(member) && isDecorated(member, 'Post'));
    const services = isDecorated(each, 'Controller')
      ? (each.members.find(ts.isConstructorDeclaration)?.parameters.length ?? 0)
      : 0;
    return [
      ...(posts.length > MOST_POSTS ? [`${one.path}: ${name} has ${posts.length} POST handlers`] : []),
      ...(services > MOST_SERVICES ? [`${one.path}: ${name} takes ${services} services`] : []),
    ];
  });
}

const isPublic = (method: ts.MethodDeclaration): boolean =>
  (ts.getCombinedModifierFlags(method) & (ts.ModifierFlags.Private | ts.ModifierFlags.Protected)) === 0;

/**
 * An action writes in `execute` only. A method counts as writing if it, or a method of the same class that it calls,
 * runs a unit of work, or uses a transaction for more than reading: passes it on, takes a repository, audits. Writes
 * through other classes are not seen; those classes are checked themselves. Classes without `execute` are not actions,
 * and lifecycle hooks of Nest only connect parts.
 */
export function actsWriteThroughExecuteAlone(one: Source): Breach[] {
  if (!one.path.includes('/actions/')) return [];
  return classesOf(one).flatMap((each) => {
    const methods = each.members.filter(ts.isMethodDeclaration);
    if (!methods.some((method) => method.name.getText() === 'execute' && isPublic(method))) return [];
    return methods
      .filter((method) => isPublic(method) && !ENTRIES.test(method.name.getText()) && writes(method, methods))
      .map((method) => `${one.path}: ${each.name?.text ?? ''}.${method.name.getText()} writes beside execute`);
  });
}

const ENTRIES = /^(?:execute|on(?:Module|Application)\w+)$/;
const RUNS_A_UNIT_OF_WORK = /\bunitOfWork\b/;
const USES_A_TRANSACTION = /\btx\b(?!\.(?:query|lock|now|actor|isPostgres)\b)/;

function writes(
  method: ts.MethodDeclaration,
  all: readonly ts.MethodDeclaration[],
  seen: ReadonlySet<ts.MethodDeclaration> = new Set(),
): boolean {
  if (seen.has(method)) return false;
  const body = method.body?.getText() ?? '';
  if (RUNS_A_UNIT_OF_WORK.test(body) || USES_A_TRANSACTION.test(body)) return true;
  return all.some(
    (other) =>
      other.name.getText() !== 'execute' &&
      body.includes(`this.${other.name.getText()}(`) &&
      writes(other, all, new Set([...seen, method])),
  );
}

/**
 * An id in the path is read with `IdParam`, which answers anything else with 404, so that no handler needs to check.
 */
export function idsInAddressesGoThroughThePipe(one: Source): Breach[] {
  if (!/\/(?:web|api)\//.test(one.path)) return [];
  return nodesOf(one).flatMap((node) =>
    ts.isParameter(node) &&
    (ts.getDecorators(node) ?? []).some(({ expression }) => /^Param\('(?:id|\w+Id)'\)$/.test(expression.getText()))
      ? [`${one.path}: ${node.getText()} is an id: read it by IdParam`]
      : [],
  );
}

const isUnprocessable = (node: ts.Node): boolean => ts.isNumericLiteral(node) && node.text === '422';
const asksWhetherRefused = (node: ts.Node): boolean =>
  ts.isCallExpression(node) && node.expression.getText() === 'isRefused';
const asksWhetherUnread = (node: ts.Node): boolean =>
  ts.isPrefixUnaryExpression(node) &&
  node.operator === ts.SyntaxKind.ExclamationToken &&
  ts.isPropertyAccessExpression(node.operand) &&
  node.operand.name.text === 'ok';

/**
 * `answerForm` and `answerAct` answer a form or an act: 422 with what was typed, or the next page. A list with filters
 * in its address is not a form: its @Get method answers for itself.
 */
export function formsAreAnsweredInOneWay(one: Source): Breach[] {
  if (!/\/web\//.test(one.path)) return [];
  return nodesOf(one).flatMap((node) => {
    const method = ts.findAncestor(node, ts.isMethodDeclaration);
    if (method && isDecorated(method, 'Get')) return [];
    if (isUnprocessable(node)) return [`${one.path}: answers 422 by hand: use answerForm or answerAct`];
    const answers = method && (isDecorated(method, 'Post') || /\bSeeOther\b/.test(method.type?.getText() ?? ''));
    return answers && decidesTheAnswer(node, method)
      ? [`${one.path}: ${node.getText()}: use answerForm or answerAct`]
      : [];
  });
}

/** Whether it tests that a form was valid or an act refused, and returns or throws accordingly. */
function decidesTheAnswer(node: ts.Node, method: ts.MethodDeclaration): boolean {
  if (!asksWhetherRefused(node) && !asksWhetherUnread(node)) return false;
  const chosen = ts.findAncestor(
    node,
    (each): each is ts.IfStatement | ts.ReturnStatement => ts.isIfStatement(each) || ts.isReturnStatement(each),
  );
  if (!chosen || chosen.pos < method.pos) return false;
  return ts.isReturnStatement(chosen) || /\b(?:return|throw)\b/.test(chosen.getText());
}
