import {
  Inject,
  Module,
  type BeforeApplicationShutdown,
  type DynamicModule,
  type OnApplicationShutdown,
} from '@nestjs/common';
import type { Client } from '@temporalio/client';
import type pg from 'pg';
import type { Hoofdsleutels, Sleutelkast } from '#codec';
import { BedrijfController } from './bedrijf/bedrijf.controller.js';
import { Databank } from './bedrijf/databank.js';
import { Gereed } from './bedrijf/gereed.js';
import { Logboek } from './bedrijf/logboek.js';
import { ADRES, FUNDAMENT, HOOFDSLEUTELS } from './bedrijf/namen.js';
import { Sleutels } from './bedrijf/sleutels.js';
import { JongerenController } from './jongeren/jongeren.controller.js';
import * as dossier from './dossier/index.js';
import * as duo from './duo/index.js';
import * as herstel from './herstel/index.js';
import * as instellingen from './instellingen/index.js';
import * as jaarcijfers from './jaarcijfers/index.js';
import * as meldingen from './meldingen/index.js';
import * as medewerkers from './medewerkers/index.js';
import * as omgeving from './omgeving/index.js';
import * as toezicht from './toezicht/index.js';
import { Klussen } from './klussen/klussen.js';
import { KlussenController } from './klussen/klussen.controller.js';
import { Wijzigen } from './jongeren/wijzigen.js';
import { Vastleggen } from './jongeren/vastleggen.js';
import { OpenApiController } from './openapi/openapi.controller.js';
import { OverzichtController } from './overzicht/overzicht.controller.js';
import { TeDoenController } from './overzicht/te-doen.controller.js';
import { Handelen } from './processen/handelen.js';
import { Motor } from './processen/motor.js';
import { Openen } from './processen/openen.js';
import { ProcessenController } from './processen/processen.controller.js';
import { ProcestypenController } from './processen/procestypen.controller.js';
import { TijdlijnController } from './processen/tijdlijn.controller.js';
import { Luisteraar } from './stroom/luisteraar.js';
import { StroomController } from './stroom/stroom.controller.js';

/** What the application is built on. It is closed with the application. */
export interface Fundament {
  pool: pg.Pool;
  /** The lead of our Klok when it cannot be moved (0); undefined when it can. */
  voorsprong: number | undefined;
  temporal: Client;
  /** Brings the process of this workflow id up to our clock. */
  trekBij: (workflowId: string) => Promise<void>;
  hoofdsleutels: Hoofdsleutels;
  sleutelkast: Sleutelkast;
  luisteraar: Luisteraar;
  /** Where people open Leerlijn. */
  adres: string;
  logboek: Logboek;
  gereed: Gereed;
}

/** All controllers and what they use. */
@Module({
  controllers: [
    BedrijfController,
    OpenApiController,
    ProcestypenController,
    ProcessenController,
    TijdlijnController,
    JongerenController,
    OverzichtController,
    TeDoenController,
    StroomController,
    KlussenController,
    ...dossier.controllers,
    ...duo.controllers,
    ...herstel.controllers,
    ...instellingen.controllers,
    ...jaarcijfers.controllers,
    ...meldingen.controllers,
    ...medewerkers.controllers,
    ...toezicht.controllers,
    ...omgeving.controllers,
  ],
})
export class AppModule implements BeforeApplicationShutdown, OnApplicationShutdown {
  constructor(@Inject(FUNDAMENT) private readonly fundament: Fundament) {}

  /** Streams would keep the server open for as long as their token lives. */
  async beforeApplicationShutdown(): Promise<void> {
    await this.fundament.luisteraar.stop();
  }

  /** After the last answer. */
  async onApplicationShutdown(): Promise<void> {
    await this.fundament.temporal.connection.close();
    await this.fundament.pool.end();
  }

  static op(f: Fundament): DynamicModule {
    const databank = new Databank(f.pool, f.voorsprong);
    const sleutels = new Sleutels(f.sleutelkast);
    const klussen = new Klussen(databank, f.hoofdsleutels, f.temporal, f.logboek);
    const motor = new Motor(f.temporal, f.trekBij);
    return {
      module: AppModule,
      providers: [
        { provide: FUNDAMENT, useValue: f },
        { provide: Databank, useValue: databank },
        { provide: Sleutels, useValue: sleutels },
        { provide: HOOFDSLEUTELS, useValue: f.hoofdsleutels },
        { provide: ADRES, useValue: f.adres },
        { provide: Logboek, useValue: f.logboek },
        { provide: Gereed, useValue: f.gereed },
        { provide: Luisteraar, useValue: f.luisteraar },
        { provide: Openen, useValue: new Openen(databank, f.hoofdsleutels, motor) },
        { provide: Handelen, useValue: new Handelen(databank, sleutels, motor) },
        { provide: toezicht.Motorwacht, useValue: new toezicht.Motorwacht(f.temporal, f.pool) },
        { provide: Klussen, useValue: klussen },
        { provide: herstel.Herstel, useValue: new herstel.Herstel(databank, sleutels, klussen) },
        { provide: Wijzigen, useValue: new Wijzigen(databank, klussen) },
        { provide: Vastleggen, useValue: new Vastleggen(databank, f.hoofdsleutels) },
      ],
    };
  }
}
