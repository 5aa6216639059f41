import { sql, type RawBuilder, type SqlBool } from 'kysely';

/** What somebody sees within his municipalities. */
export type Zicht =
  /** `zonder`: process types that are shielded from this caller (Wpg, settled reading 19). */
  | { soort: 'alles'; zonder: readonly string[] }
  | { soort: 'school'; brin: string; zonder: readonly string[] }
  | { soort: 'arts'; artsId: string };

/** The condition on row `p` of app.proces; undefined when everything may be seen. */
export function zietProces(zicht: Zicht): RawBuilder<SqlBool> | undefined {
  switch (zicht.soort) {
    case 'alles':
      return nietAfgeschermd(zicht.zonder);
    case 'school':
      return sql`exists (select from app.jongere j where j.gemeente_code = p.gemeente_code and j.id = p.jongere_id and j.brin = ${zicht.brin})
        and ${nietAfgeschermd(zicht.zonder) ?? sql`true`}`;
    case 'arts':
      return sql`p.snapshot #>> '{gegevens,artsId}' = ${zicht.artsId}`;
  }
}

/** The condition on row `p` of app.proces that hides these types; undefined when there are none. */
export const nietAfgeschermd = (zonder: readonly string[]): RawBuilder<SqlBool> | undefined =>
  zonder.length === 0 ? undefined : sql`p.procestype <> all(${zonder})`;

/** The condition on row `j` of app.jongere. */
export function zietJongere(zicht: Zicht): RawBuilder<SqlBool> | undefined {
  switch (zicht.soort) {
    case 'alles':
      return undefined;
    case 'school':
      return sql`j.brin = ${zicht.brin}`;
    case 'arts':
      return sql`exists (select from app.proces p where p.gemeente_code = j.gemeente_code and p.jongere_id = j.id and p.snapshot #>> '{gegevens,artsId}' = ${zicht.artsId})`;
  }
}

/** All conditions together. */
export const enAlle = (delen: readonly (RawBuilder<SqlBool> | undefined)[]): RawBuilder<SqlBool> =>
  sql.join(
    delen.filter((d) => d !== undefined),
    sql` and `,
  );

/** The municipalities of the transaction as a condition that an index can use; row-level security says it once more. */
export const inEigen = (kolom: string, gemeenten: readonly string[]): RawBuilder<SqlBool> =>
  sql`${sql.ref(kolom)} = any(${gemeenten})`;
