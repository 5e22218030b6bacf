/** Why nothing is done on the ground of a stored record. */
export type BindingRefusalCode = 'recordAltered';
