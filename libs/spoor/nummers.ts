import { randomBytes } from 'node:crypto';
import type { IdGenerator } from '@opentelemetry/sdk-trace-node';

/** Ids of traces and spans: random, unless the next one is known already. Starting a span asks for them at once, so two never mix. */
export class Nummers implements IdGenerator {
  private spoor: string | undefined;
  private stap: string | undefined;

  /** What the next span gets: the trace id of a request that has its number, the span id that a workflow has told others. */
  zet({ spoor, stap }: { spoor?: string | undefined; stap?: string | undefined }): void {
    this.spoor = spoor;
    this.stap = stap;
  }

  generateTraceId = (): string => this.spoor ?? randomBytes(16).toString('hex');
  generateSpanId = (): string => this.stap ?? randomBytes(8).toString('hex');
}
