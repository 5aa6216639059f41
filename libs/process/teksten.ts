import type { Getypeerd } from './definitie.js';

/** The Dutch texts of a process. A name in the table without a text does not compile. */
export interface Teksten<S extends string = string, A extends string = string, T extends string = string> {
  titel: string;
  omschrijving: string;
  toestanden: Record<S, string>;
  acties: Record<A, { titel: string; hulp?: string }>;
  termijnen: Record<T, string>;
  uitkomsten: Record<string, string>;
  vlaggen: Record<string, string>;
  /** Labels of fields, by field name. */
  velden: Record<string, string>;
  /** What to do, by the name of the task, letter, message or not yet built process. */
  taken: Record<string, string>;
}

type TekstenVan<D> = D extends Getypeerd<infer S, infer A, infer T> ? Teksten<S, A, T> : never;

/** Ties texts to a definition: every state, action and term must have one. */
export const teksten = <D>(t: TekstenVan<D>): TekstenVan<D> => t;
