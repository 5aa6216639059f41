export type Vorm = 'json' | 'csv' | 'xlsx';

export const TYPEN: Record<Vorm, string> = {
  json: 'application/json',
  csv: 'text/csv',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

/** The media types besides JSON that the route with this URL answers in. */
export function alsBestand(url: string | undefined): string[] {
  if (url?.endsWith('/jaarcijfers/:schooljaar')) return [TYPEN.csv, TYPEN.xlsx];
  return url?.endsWith('/gemeenten/:code/kwetsbaar') ? [TYPEN.csv] : [];
}

const VORM_VAN: Record<string, Vorm | undefined> = {
  '*/*': 'json',
  'application/*': 'json',
  [TYPEN.json]: 'json',
  'text/*': 'csv',
  [TYPEN.csv]: 'csv',
  [TYPEN.xlsx]: 'xlsx',
};

/** The form that an Accept header likes best (RFC 9110 12.5.1); of equals the first named, and JSON when it names none of ours. */
export function vormVan(accept = '*/*'): Vorm {
  let beste: { vorm: Vorm; q: number } = { vorm: 'json', q: 0 };
  for (const deel of accept.split(',')) {
    const [type = '', ...rest] = deel.split(';').map((x) => x.trim().toLowerCase());
    const vorm = VORM_VAN[type];
    const q = Number(rest.find((x) => x.startsWith('q='))?.slice(2) ?? 1);
    if (vorm && q > beste.q) beste = { vorm, q };
  }
  return beste.vorm;
}
