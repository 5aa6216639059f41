import ical, { ICalEventBusyStatus, ICalEventTransparency } from 'ical-generator';
import { isAfgeschermd, titelNaarBuiten, zaaknummerVan } from '#process';
import type { leesAgenda } from '#read-model';
import { definitieVan } from '../processen/catalogus.js';

export const AGENDA_TYPE = 'text/calendar; charset=utf-8';
/** How often a calendar program need not ask more than once, in seconds. */
const VERVERS_SECONDEN = 3600;

/**
 * The running terms of these processes as a calendar (RFC 5545): a whole day each, with case number and link. No name; the title of a term only where it may
 * leave the house, and nothing of a Wpg route for who is no BOA. A term that stands still has no day.
 */
export function alsAgenda(
  { boa, processen }: NonNullable<Awaited<ReturnType<typeof leesAgenda>>>,
  { adres, nu }: { adres: string; nu: Date },
): string {
  const agenda = ical({
    name: 'Leerlijn',
    prodId: { company: 'Leerlijn', product: 'Termijnen', language: 'NL' },
    ttl: VERVERS_SECONDEN,
  });
  for (const p of processen) {
    const { d, teksten } = definitieVan(p);
    for (const l of p.termijnen) {
      const afgeschermd = isAfgeschermd(d, l.naam);
      if ((afgeschermd && !boa) || l.schorsingen?.some((s) => s.tot === undefined)) continue;
      const wat = titelNaarBuiten(d, teksten, l.naam) ?? 'termijn';
      agenda.createEvent({
        id: `${p.id}.${l.naam}@leerlijn`,
        start: new Date(`${l.datum}T00:00:00Z`),
        allDay: true,
        stamp: nu,
        summary: afgeschermd ? `Zaak ${zaaknummerVan(p.id)}` : `Zaak ${zaaknummerVan(p.id)}: ${wat}`,
        url: `${adres}/zaak/${p.id}`,
        busystatus: ICalEventBusyStatus.FREE,
        transparency: ICalEventTransparency.TRANSPARENT,
      });
    }
  }
  return agenda.toString();
}
