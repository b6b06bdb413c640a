import Type, { type TSchema } from 'typebox'

/** What may be null; the field is there all the same. */
export const Nullable = <Schema extends TSchema>(schema: Schema, description?: string) =>
  Type.Union([schema, Type.Null()], description === undefined ? {} : { description })
