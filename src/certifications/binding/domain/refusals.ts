/** Why an act on a stored record is refused. */
export type BindingRefusalCode = 'recordAltered';
