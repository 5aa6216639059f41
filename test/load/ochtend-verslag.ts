import { getal, markdownTabel } from './getallen.js';
import { herkomst } from './herkomst.js';
import type { Ochtend, OchtendMeting } from './ochtend.js';
import { doelTabel } from './verslag.js';

const perSeconde = (o: Ochtend): number => o.aantal / o.seconden;

/** One morning as a page of Markdown. */
export function ochtendVerslag(m: OchtendMeting, commando: string): string {
  const deel = perSeconde(m.onze) / perSeconde(m.kaal);
  const p99 = (x: OchtendMeting['stil']): number => x.ms['actie']?.p99 ?? Number.NaN;
  const trager = p99(m.druk) / p99(m.stil);
  const rij = (naam: string, o: Ochtend): string[] => {
    const cpu = ['temporal', 'postgres', 'api', 'worker'].map((x) => o.cpuPerStuk[x] ?? 0);
    return [
      naam,
      getal(o.aantal, 0),
      getal(o.seconden / 60, 2),
      getal(perSeconde(o)),
      String(o.dubbel),
      ...cpu.map((x) => getal(x)),
      getal(cpu.reduce((s, x) => s + x, 0)),
    ];
  };
  const acties = (naam: string, x: OchtendMeting['stil']): string[] => [
    naam,
    String(x.aantal),
    `${getal(x.ms['start']?.p50)} / ${getal(x.ms['start']?.p99)}`,
    `${getal(x.ms['actie']?.p50)} / ${getal(x.ms['actie']?.p99)}`,
    String(x.fouten),
  ];
  const delen = [
    `# Een ochtend, gemeten op ${new Date().toISOString().slice(0, 10)}`,
    herkomst(commando).join('\n'),
    UITLEG,
    `## Doelen\n\n${doelTabel([
      {
        wat: 'herinneringen die tegelijk vallen: minstens 70 % van kale timers met een rij',
        gemeten: `${getal(deel * 100, 0)} %`,
        gehaald: deel >= 0.7,
      },
      {
        wat: 'geen enkele dubbel',
        gemeten: String(m.onze.dubbel),
        gehaald: m.onze.dubbel === 0,
      },
      {
        wat: 'acties intussen: p99 onder drie keer die in rust',
        gemeten: `${getal(trager)} keer`,
        gehaald: trager < 3 && m.druk.fouten === 0,
      },
    ])}`,
    `## Timers\n\n${markdownTabel([
      ['', 'aantal', 'minuten', 'per s', 'dubbel', 'Temporal', 'PostgreSQL', 'API', 'worker', 'samen'],
      rij('kale timer met een rij', m.kaal),
      rij('Leerlijn: herinnering', m.onze),
      rij('Leerlijn: post, vanaf acht uur', m.post),
    ])}`,
    `## Acties van een beller\n\n${markdownTabel([
      ['', 'levens', 'start p50 / p99 ms', 'actie p50 / p99 ms', 'fouten'],
      acties('voor middernacht', m.stil),
      acties('terwijl de herinneringen vallen', m.druk),
    ])}`,
  ];
  return `${delen.join('\n\n')}\n`;
}

const UITLEG = `Een kale timer is een workflow die tot een moment slaapt en dan met een lokale activiteit een rij schrijft. Leerlijn opent evenveel processen
\`spreekuur\`, wacht op middernacht en schrijft van ieder de herinnering met rij, tijdlijn en melding. Beide op dezelfde stack, met de codec. Rekentijd is in ms per
timer. Daarna wordt het acht uur, en gaat iedere herinnering als losse mail naar de lokale mailserver (gewoonlijk gaan zij samen in een overzicht per persoon). Een beller opent intussen andere processen en handelt daarin.`;
