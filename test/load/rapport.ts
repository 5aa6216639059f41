import { getal } from './getallen.js';
import { herkomst } from './herkomst.js';
import type { Omvang, Uitkomsten } from './meet-alles.js';
import {
  doelTabel,
  kostenTabel,
  lijstDoelen,
  lijstTabel,
  snelheidTabel,
  type Doelstelling,
} from './verslag.js';
import { verhouding, verhoudingRekentijd } from './vergelijk.js';
import { WERKLIJST } from './werklijst.js';

/** The goals of the first day, each with what came out. */
function doelen({ reeksen, lijsten, decidePerSeconde }: Uitkomsten): Doelstelling[] {
  const reeks = (doel: string) =>
    reeksen.find((r) => r.doel === doel && r.fase === 'leven' && r.tegelijk === 8);
  const deel = verhouding(reeks('onze'), reeks('vloerB'));
  const inRekentijd = verhoudingRekentijd(reeks('onze'), reeks('vloerB'));
  const [klein, groot] = lijsten
    .filter((l) => l.naam === WERKLIJST.naam)
    .map((l) => l.server?.p50 ?? l.meting.ms['alles']!.p50);
  const uit: Doelstelling[] = [
    {
      wat: 'start + 3 acties bij 8 bellers: minstens 75 % van vloer B',
      gemeten: `${getal(deel * 100, 0)} % (naar rekentijd in de beste ronde ${getal(inRekentijd * 100, 0)} %)`,
      gehaald: deel >= 0.75,
    },
    {
      wat: '`decide` met drie lopende termijnen: meer dan 100.000 per seconde',
      gemeten: getal(decidePerSeconde, 0),
      gehaald: decidePerSeconde > 100_000,
    },
  ];
  if (klein !== undefined)
    uit.push({
      wat: 'werklijst, 2.000 lopend, 20.000 rijen: p50 in de API onder 3 ms',
      gemeten: `${getal(klein, 2)} ms`,
      gehaald: klein < 3,
    });
  if (klein !== undefined && groot !== undefined)
    uit.push({
      wat: 'werklijst bij 100.000 rijen: hoogstens 1,5 keer die bij 20.000',
      gemeten: `${getal(groot / klein, 2)} keer`,
      gehaald: groot <= 1.5 * klein,
    });
  return [...uit, ...lijstDoelen(lijsten)];
}

/** The measurement as a page of Markdown, with how it was taken. */
export function rapport(u: Uitkomsten, { plan, kosten, groei }: Omvang, commando: string): string {
  const delen = [
    `# Meting van ${new Date().toISOString().slice(0, 10)}`,
    [
      ...herkomst(commando, u.postgres),
      `- ${plan.rondes} ronde(n) om en om, ${plan.seconden} s per fase na ${plan.opwarmen} s opwarmen, gesloten lus; getallen zijn medianen van de rondes`,
    ].join('\n'),
    `## Doelen\n\n${doelTabel(doelen(u))}`,
    UITLEG,
  ];
  if (plan.fasen.includes('start')) delen.push(`### Alleen starten\n\n${snelheidTabel(u.reeksen, 'start')}`);
  delen.push(`### Start en drie acties\n\n${snelheidTabel(u.reeksen, 'leven')}`);
  delen.push(
    `## Wat een stap kost\n\nMediaan van ${kosten} processen, een voor een. Acties: volledigVerklaard, artsAanwijzen (twee brieven), verklaringOntvangen (een tekst). Een ronde is een bericht naar PostgreSQL waarop gewacht wordt; tussen haakjes de tijd van uitvoeren in PostgreSQL. Temporal telt ook wat het van zichzelf al doet.`,
    `### Leerlijn\n\n${kostenTabel(u.kosten)}`,
    `### Vloer B\n\n${kostenTabel(u.kostenVloer)}`,
  );
  if (u.groei)
    delen.push(
      `Groei per leven (start en drie acties, ${groei} levens, tabellen met indexen na VACUUM): ${Object.entries(
        u.groei,
      )
        .map(([naam, bytes]) => `${naam} ${getal(bytes / 1024, 1)} KiB`)
        .join(', ')}.`,
    );
  delen.push(
    `## Lijsten\n\nEen beller leest steeds de eerste bladzijde van 50: de werklijst met totaal, en wat vastloopt met aantallen per soort. De tijd in de API staat in haar eigen log.\n\n${lijstTabel(u.lijsten)}`,
  );
  delen.push(`## Beslissen\n\n\`decide\`: ${getal(u.decidePerSeconde, 0)} acties per seconde op een kern.`);
  return `${delen.join('\n\n')}\n`;
}

const UITLEG = `## Snelheid

Vloer A is een kale workflow met \`executeUpdateWithStart\` en \`executeUpdate\`; vloer B schrijft daarbij een rij met een lokale activiteit en
een opdracht. Beide draaien op dezelfde server en database, met onze codec (een sleutel per proces), in een eigen worker, zonder API.
Leerlijn gaat door de API: token, rij-beveiliging, invoercontrole, teksten versleuteld, brieven en termijnen. Rekentijd is in ms per
handeling; de generator is bij de vloeren ook de client van Temporal.`;
