import { Controller, Headers, Sse, type MessageEvent } from '@nestjs/common';
import {
  concatMap,
  EMPTY,
  endWith,
  from,
  ignoreElements,
  interval,
  map,
  merge,
  of,
  takeUntil,
  timer,
  type Observable,
} from 'rxjs';
import { zietHet } from '#read-model';
import { Aangemeld, type Beller } from '../auth/beller.js';
import { Operatie, zichtVan } from '../auth/rechten.js';
import { Databank } from '../bedrijf/databank.js';
import { Luisteraar, type Bericht } from './luisteraar.js';

/** So that a connection that died in silence is noticed, and no proxy closes it. */
const HARTSLAG_MS = 15_000;
/** What setTimeout can hold. */
const LANGSTE_TIMER_MS = 2 ** 31 - 1;
const HERSYNC: MessageEvent = { type: 'hersync', data: {} };

/** Tells which processes changed. It carries no content: whoever wants to know more reads the process. */
@Controller('gebeurtenissen')
export class StroomController {
  constructor(
    private readonly databank: Databank,
    private readonly luisteraar: Luisteraar,
  ) {}

  /** Ends with the token. A caller that comes back (Last-Event-ID) has missed something: he hears `hersync` first. */
  @Sse('stroom')
  @Operatie('stroom.volgen')
  volg(
    @Aangemeld() beller: Beller,
    @Headers('last-event-id') laatste: string | undefined,
  ): Observable<MessageEvent> {
    this.luisteraar.start();
    const { berichten } = this.luisteraar;
    const rest = Math.min(Math.max(beller.verloopt - Date.now(), 0), LANGSTE_TIMER_MS);
    const einde = merge(timer(rest), berichten.pipe(ignoreElements(), endWith(true)));
    return merge(
      of(laatste === undefined ? { type: 'begin', data: {} } : HERSYNC),
      berichten.pipe(
        concatMap((b) => from(this.voor(beller, b)).pipe(concatMap((m) => (m ? of(m) : EMPTY)))),
      ),
      interval(HARTSLAG_MS).pipe(map(() => ({ type: 'hartslag', data: {} }))),
    ).pipe(takeUntil(einde));
  }

  /** The message as this caller may hear it; undefined when it is not for him. */
  private async voor(beller: Beller, b: Bericht): Promise<MessageEvent | undefined> {
    if (b.soort === 'hersync') return HERSYNC;
    if (!beller.gemeenten.includes(b.gemeente)) return undefined;
    const zicht = zichtVan(beller);
    const zietAlles = zicht.soort === 'alles' && zicht.zonder.length === 0;
    try {
      if (!zietAlles && !(await this.databank.als(beller, (em) => zietHet(em, b.id, zicht))))
        return undefined;
    } catch {
      // Not known whether it was for him: he reads again what he shows.
      return HERSYNC;
    }
    return { type: 'proces', id: `${b.id}.${b.revisie}`, data: { id: b.id, revisie: b.revisie } };
  }
}
