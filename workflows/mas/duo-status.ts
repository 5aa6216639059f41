import type { v1 } from './definitie.v1.js';

/** The five statuses that DUO knows of a report (DUO, augustus 2020). "Overgedragen aan derden" was abolished then. */
export type DuoStatus = 'geregistreerd' | 'inBehandeling' | 'afgesloten' | 'ingetrokken' | 'terKennisgeving';
type Toestand = NonNullable<(typeof v1)['namen']>['toestand'];

/**
 * The status of a report at DUO, by the state of the mas that handles it (processes.md F2; source DUO-2020). A state without status does
 * not compile. Look first whether the process is over: one that ended by moving or cancelling keeps the state it stood in, and its reports
 * are `afgesloten` (settled reading 15 [U]); after outcome `vrijstelling` those that overlap the exemption are `ingetrokken`, reason V
 * (settled reading 12).
 */
export const duoStatus: Record<Toestand, DuoStatus> = {
  ontvangen: 'geregistreerd',
  inBehandeling: 'inBehandeling',
  inOnderzoek: 'inBehandeling',
  routekeuze: 'inBehandeling',
  routeLoopt: 'inBehandeling',
  evaluatie: 'inBehandeling',
  afgesloten: 'afgesloten',
  ingetrokken: 'ingetrokken',
  terKennisgeving: 'terKennisgeving',
};
