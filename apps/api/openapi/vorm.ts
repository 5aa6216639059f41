/** The pieces that the shapes of answers are made of (JSON Schema). */
export type Json = Record<string, unknown>;

export const tekst = { type: 'string' };
export const ofNiets = (schema: Json): Json => ({ anyOf: [schema, { type: 'null' }] });
export const id = { type: 'string', format: 'uuid' };
export const dag = { type: 'string', format: 'date' };
export const moment = { type: 'string', format: 'date-time' };
export const waar = { type: 'boolean' };
export const getal = { type: 'integer' };
export const lijst = (items: Json): Json => ({ type: 'array', items });
export const object = (properties: Json, optioneel: string[] = []): Json => ({
  type: 'object',
  properties,
  required: Object.keys(properties).filter((naam) => !optioneel.includes(naam)),
});
