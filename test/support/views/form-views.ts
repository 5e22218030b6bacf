import type { FieldView } from '../../../src/platform/index.js';

/** The view model of a form with these fields; a field's `error` is also in the summary. */
export function formOf<Form extends object>(
  fields: { readonly [Field in Exclude<keyof Form, 'summary'>]: Partial<FieldView> },
  refusals: readonly string[] = [],
): Form {
  const views = Object.entries<Partial<FieldView>>(fields).map(([name, given]) => ({
    ...{ name, id: `field-${name}`, value: '', checked: false, error: null, options: [] },
    ...given,
  }));
  const summary = [
    ...refusals.map((text) => ({ text, href: null })),
    ...views.flatMap(({ id, error }) => (error === null ? [] : [{ text: error, href: `#${id}` }])),
  ];
  return { ...Object.fromEntries(views.map((view) => [view.name, view])), summary } as Form;
}

/** The same form with a fault on each field, whose text is the field's name. */
export function faultyIn<Form extends object>(form: Form): Form {
  const views = Object.entries(form as Record<string, FieldView>).filter(([name]) => name !== 'summary');
  return formOf<Form>(
    Object.fromEntries(
      views.map(([name, view]) => [name, { ...view, error: `fault of ${name}` }]),
    ) as unknown as Parameters<typeof formOf<Form>>[0],
  );
}

/** The expected value of `RenderedView.faults` for that form: each field's own fault beside it. */
export function faultsOn<Form extends object>(form: Form): Record<string, string> {
  const views = Object.entries(form as Record<string, FieldView>).filter(([name]) => name !== 'summary');
  return Object.fromEntries(views.flatMap(([, { id, error }]) => (error === null ? [] : [[id, error]])));
}
