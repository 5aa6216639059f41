import { maakJongere, wachtTot, type Api, type ProcesLichaam } from '#test-kit';
import { vandaag } from './toneel.js';

/** A mas that a BOA led to Halt, and the Halt that it opened. */
export async function masMetHalt(
  boa: Api,
): Promise<{ jongereId: string; mas: ProcesLichaam; halt: { id: string } }> {
  const dag = await vandaag(boa);
  const jongereId = await maakJongere(boa, '2011-02-03');
  const gegevens = { bron: 'school', soort: 'zestienUur', ontvangenOp: dag, uren: 20 };
  const mas = await boa.open('mas', jongereId, gegevens);
  await boa.doe(mas.id, 'inBehandeling');
  await boa.doe(mas.id, 'gehoordOuders', { oudersGehoordOp: dag });
  await boa.doe(mas.id, 'gehoordJongere', { jongereGehoordOp: dag, aangespoord: true });
  await boa.doe(mas.id, 'onderzoekAfgerond');
  await boa.doe(mas.id, 'routeHalt', { overlegOvJ: false });
  const halt = await wachtTot('Halt is geopend', async () => {
    const { processen } = await boa.lees<{ processen: { id: string }[] }>(
      `/processen?procestype=halt&jongereId=${jongereId}`,
    );
    return processen[0];
  });
  return { jongereId, mas, halt };
}
