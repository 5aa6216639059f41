import { Client, Connection, type WorkflowClientInterceptor } from '@temporalio/client';
import { maakDataConverter, type Sleutelkast } from '#codec';
import type { DienstConfig } from '#config';
import { volgClient } from '#spoor';

/**
 * The client of Temporal. Lazy: the API starts and reads without it. No retries by the SDK: `Motor` repeats calls itself, because it must know
 * whether one may have arrived.
 */
export function maakTemporal(
  config: DienstConfig,
  sleutelkast: Sleutelkast,
  meter: WorkflowClientInterceptor,
): Client {
  const connection = Connection.lazy({
    address: config.temporalAddress,
    interceptors: [],
    channelArgs: {
      // After an outage the first call should find out soon that the server is back.
      'grpc.initial_reconnect_backoff_ms': 200,
      'grpc.min_reconnect_backoff_ms': 200,
      'grpc.max_reconnect_backoff_ms': 1_000,
      'grpc.keepalive_time_ms': 10_000,
      'grpc.keepalive_timeout_ms': 3_000,
    },
  });
  return new Client({
    connection,
    namespace: config.temporalNamespace,
    identity: 'api',
    dataConverter: maakDataConverter(sleutelkast),
    interceptors: { workflow: [meter, ...(volgClient()?.workflow ?? [])] },
  });
}
