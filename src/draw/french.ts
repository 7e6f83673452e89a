import { frenchQuantity } from './french-quantity.ts';
import { arrowAfter } from './nodes.ts';
import type { Strings } from './strings.ts';
import { durationWith, listed, noBreak, quoteWith, spansWith, together } from './wording.ts';

const months = ['janv.', 'févr.', 'mars', 'avr.', 'mai', 'juin', 'juil.', 'août', 'sept.', 'oct.', 'nov.', 'déc.'];
const units: Record<string, [string, string]> = {
  s: ['seconde', 'secondes'],
  min: ['minute', 'minutes'],
  h: ['heure', 'heures'],
  d: ['jour', 'jours'],
  w: ['semaine', 'semaines'],
  mo: ['mois', 'mois'],
};

function date(iso: string): string {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(iso) ?? [];
  const name = months[Number(month) - 1];
  return name ? `${day === '01' ? '1er' : Number(day)} ${name} ${year}` : iso;
}

/** In French whatever is less than two is singular: `1,5 jour`. */
const duration = (text: string) =>
  durationWith(text, units, (from, to = from) => Number(to.replace(',', '.')) < 2).replace(/(\d)\.(?=\d)/g, '$1,');
const quote = quoteWith([`«${noBreak}`, `${noBreak}»`], ['“', '”']);
const colon = `${noBreak}: `;
const when = (condition: string | undefined) => (condition ? `si ${quote(condition)}` : undefined);
const many = (count: number, one: string, more = `${one}s`) => `${count}${noBreak}${count < 2 ? one : more}`;
const facts = (items: (string | undefined)[]) => items.filter(Boolean).join(`${noBreak}· `);
const signed = (value: number) => {
  const text = Math.abs(value).toFixed(1).replace('.', ',');
  return text === '0,0' ? text : `${value < 0 ? '−' : '+'}${text}`;
};

const spans = spansWith(duration);

/** What became of steps; `…` is where several have an s. */
const became = { better: 'activité… améliorée…', worse: 'activité… dégradée…', new: 'nouvelle… activité…', gone: 'activité… supprimée…' };

/** The words are those of the glossary, l10n/README.md. */
export const french: Strings = {
  lanes: {
    stages: { label: 'Étapes', sub: 'ce que veut le client' },
    steps: { label: 'Activités', sub: 'ce que fait le client' },
    time: { label: 'Temps', sub: 'quand, combien' },
    says: { label: 'Dit' },
    thinks: { label: 'Pense' },
    sees: { label: 'Voit' },
    hears: { label: 'Entend' },
    feels: { label: 'Ressent' },
    moments: { label: 'Moments clés' },
    touchpoints: { label: 'Points de contact', sub: 'canal, responsable' },
    expects: { label: 'Attentes', sub: 'ce qui se réalise' },
    pains: { label: 'Difficultés' },
    opportunities: { label: 'Opportunités', sub: 'et ce qu’on en fait' },
    frontstage: { label: 'Avant-scène', sub: 'visible du client' },
    backstage: { label: 'Coulisses', sub: 'hors de sa vue' },
    handoffs: { label: 'Transferts', sub: 'd’équipe à équipe' },
    flow: { label: 'Chemins', sub: 'où l’on bifurque' },
    measures: { label: 'Mesures' },
    evidence: { label: 'Preuves', sub: 'ce qui l’étaye' },
    goals: { label: 'Nos objectifs' },
  },
  type: { current: 'l’état actuel', future: 'l’état futur', day: 'une journée type' },
  goal: 'Objectif',
  expects: 'Attente',
  figures: {
    mood: 'humeur, −2 … +2',
    ours: 'points de contact à nous',
    heard: 'avec point d’écoute',
    findings: (count) => (count < 2 ? 'constat' : 'constats'),
  },
  signed,
  moment: { truth: 'moment de vérité', delight: 'enchantement', irritant: 'irritant' },
  nobody: 'personne n’en répond',
  teams: {
    ours: 'une de nos équipes',
    external: `externe${colon}nous n’avons pas la main`,
    customer: 'les équipes du client lui-même',
    undeclared: 'aucun fichier ne dit à qui est cette équipe',
  },
  channels: {
    web: 'web',
    mobile: 'mobile',
    email: 'e-mail',
    phone: 'téléphone',
    chat: 'messagerie',
    sms: 'SMS',
    social: 'réseaux sociaux',
    mail: 'courrier',
    store: 'magasin',
    person: 'en personne',
    device: 'appareil',
    other: 'autre',
  },
  undeclaredChannel: 'non déclaré',
  noChannel: 'aucun canal indiqué',
  impact: 'impact',
  effort: 'effort',
  levels: { low: 'faible', medium: 'moyen', high: 'élevé' },
  severity: (level) => `gravité ${{ low: 'faible', medium: 'moyenne', high: 'élevée' }[level]}`,
  status: { planned: 'prévue', doing: 'en cours', done: 'faite', dropped: 'abandonnée' },
  due: (iso) => `pour le ${date(iso)}`.replaceAll(' ', noBreak),
  date,
  duration,
  lasts: (text) => `pendant ${duration(text)}`,
  takes: (text) => together(`dure ${duration(text)}`),
  waits: (text) => together(`attend ${duration(text)}`),
  after: (text) => `après ${duration(text)}`,
  inAll: (text) => `${duration(text)} en tout`,
  quote,
  by: (person, text) => `${person}${colon}${text}`,
  promise: (name, text) => `${name}${colon}${text}`,
  against: (text, at) => `mais ${quote(text)} à ${quote(at)}`,
  measure: (name, value, target) => {
    const short = /^(nps|csat|ces|clv|fcr|aht|sla)$/i.test(name) ? name.toUpperCase() : name;
    const goal = target === undefined ? undefined : `cible${noBreak}${frenchQuantity(target)}`;
    return facts([value === undefined ? short : `${short}${noBreak}${frenchQuantity(value)}`, goal]);
  },
  asOf: (iso) => `le ${date(iso)}`,
  fromFile: (file, column) => (column === undefined ? `d’après ${file}` : `d’après ${file}, ${column}`),
  silence: (text) => `silence${colon}${text}`,
  listens: (text) => `nous écoutons${colon}${text}`,
  promises: (promise) => `nous promettons${colon}${promise}`,
  kind: 'Type de carte',
  met: 'se réalise',
  unmet: 'ne se réalise pas',
  using: (systems) => `avec ${systems}`,
  handoff: (from, to) => [from, `vers ${to ?? '?'}`].filter(Boolean).join(' '),
  leadsTo: (step, condition) => [step, when(condition)].filter(Boolean).join(' '),
  ends: (text, condition) => [text ?? 'fin du parcours', when(condition)].filter(Boolean).join(' '),
  alongside: (step) => `en même temps que ${quote(step)}`,
  atOnce: 'en même temps',
  replaces: (steps) => `remplace ${steps}`,
  drops: (steps) => `supprime ${steps}`,
  answers: (team) => `${team} en répond`,
  absent: (personas) => `${listed(personas, 'et')} n’y ${personas.length === 1 ? 'est' : 'sont'} pas`,
  hypothesis: `une hypothèse${colon}aucune preuve ne l’étaye`,
  legend: {
    proven: 'étayé par une preuve',
    hypothesis: 'hypothèse',
    teams: { ours: 'à nous', external: 'pas à nous', customer: 'au client', undeclared: 'non déclarée' },
    listens: 'nous écoutons',
    promises: 'nous promettons',
    silence: 'personne ne se manifeste',
  },
  empty: `Pas encore d’activité. Écrivez une étape et sa première activité${colon}l’image commence ici.`,
  noStep: `Pas encore d’activité. Écrivez la première sous une étape${colon}l’image commence ici.`,
  compare: {
    verdicts: { better: 'mieux', worse: 'moins bien', same: 'sans changement', new: 'en plus', gone: 'en moins' },
    curves: { before: 'avant', after: 'après' },
    mean: 'moyenne',
    change: (before, after) => `${before} ${arrowAfter(before)} ${after}`,
    takes: (before, after) => spans('dure', 'durait', before, after),
    waits: (before, after) => spans('attend', 'attendait', before, after),
    less: (text) => `${duration(text)} de moins`,
    more: (text) => `${duration(text)} de plus`,
    heard: 'désormais écouté',
    unheard: 'n’est plus écouté',
    spoken: 'le silence est rompu',
    silent: 'toujours le silence',
    answered: `résolue${colon}n’existe plus`,
    done: `résolue${colon}ce qui était prévu est fait`,
    open: 'toujours là',
    carriedOut: 'ce qui était prévu est fait',
    improves: 'Améliore',
    steps: (verdict, count) => became[verdict].replaceAll('…', count < 2 ? '' : 's'),
    painsAnswered: 'difficultés résolues',
    improvesNothing: `Rien à comparer${colon}cette carte n’en améliore aucune autre. Sous son parcours, écrivez${colon}improves "le nom de l’autre carte".`,
    unknown: (name) =>
      `Rien à comparer${colon}aucun parcours de ce dossier ne s’appelle ${quote(name)}. Vérifiez le nom qui suit improves.`,
    description: (map, before, { better, worse, same, new: added, gone, answered, pains }) =>
      [
        `${map} Comparée à ${quote(before)}${colon}`,
        `${better}${noBreak}${french.compare.steps('better', better)}, ${many(worse, 'dégradée')}, ${same} sans changement, ${many(added, 'nouvelle')}, ${many(gone, 'supprimée')}.`,
        pains === 0 ? '' : `Difficultés résolues${colon}${answered} sur ${pains}.`,
      ]
        .filter(Boolean)
        .join(' ')
        .replace(`${colon} `, colon),
  },
  foldStage: 'Replier cette étape',
  unfoldStage: 'Déplier cette étape',
  deck: {
    step: 'Activité',
    does: 'Fait',
    pains: 'Les difficultés et ce qu’on en fait',
    opportunities: 'Les opportunités et ce qu’on en fait',
    otherActions: 'Autres actions',
    action: 'Action',
    who: 'Responsable',
    due: 'Échéance',
    status: 'Avancement',
    ticket: 'Ticket',
    noAction: 'aucune action pour l’instant',
    opportunity: 'Opportunité',
    inAll: 'en tout',
    beforeAndAfter: 'Avant et après',
    whatChanged: 'Ce que devient chaque activité',
    became: 'Bilan',
    changed: 'Ce qui change',
    owner: { external: 'externe', customer: 'client', undeclared: 'non déclarée' },
    more: (count) => (count < 2 ? `${count} autre dans les notes` : `${count} autres dans les notes`),
  },
  folded: (count) => `+${count}`,
  otherSteps: 'Autres activités',
  noKeyMoment: `Pas encore de moment clé. Sous l’activité qui décide, écrivez${colon}moment truth "pourquoi elle décide" (ou moment delight, moment irritant).`,
  blueprint: {
    evidence: { label: 'Éléments tangibles', sub: 'points de contact, responsable' },
    actions: { label: 'Actions du client', sub: 'ce qu’il fait' },
    systems: { label: 'Processus de soutien', sub: 'les systèmes derrière le travail' },
    lines: { interaction: 'Ligne d’interaction', visibility: 'Ligne de visibilité', internal: 'Ligne d’interaction interne' },
    nobody: 'aucune équipe nommée',
    invitation: `Rien encore derrière la scène. Écrivez sous une activité ce que fait le personnel au vu du client (frontstage "Répond à l’appel" by Accueil), hors de sa vue (backstage "Vérifie le stock" by Logistique using CRM), et ce qui change de mains (handoff from Accueil to Logistique after 2d).`,
    description: (teams, handoffs, systems) =>
      `Derrière la scène${colon}${many(teams, 'équipe')}, ${many(handoffs, 'transfert')}, ${many(systems, 'système')}.`,
  },
  persona: {
    mood: (journey, mean) => `Ce que fait ressentir ${quote(journey)}${noBreak}· ${mean} en moyenne`,
    undeclared: 'aucun fichier ne déclare ce persona',
    hypothesis: `une hypothèse${colon}aucune preuve n’étaye cette fiche`,
    invitation: `Pas encore de persona. Écrivez qui fait ce parcours (persona Claire "Claire Morel" avec un rôle, des objectifs et des besoins) et nommez-la au début du parcours (journey "Livraison" for Claire).`,
  },
  about: {
    scenario: 'Scénario',
    scope: 'Étendue',
    learn: 'À découvrir',
    businessGoals: 'Nos objectifs',
    measures: 'Mesures',
    channels: 'Canaux',
    involves: 'Participants',
    improves: 'Améliore',
    partOf: 'Fait partie de',
    evidence: 'Preuves',
    reviewed: 'Mise à jour',
    quote: 'Dit',
    needs: 'Besoins',
    goals: 'Objectifs',
    motivations: 'Motivations',
    frustrations: 'Frustrations',
    prefers: 'Préfère',
  },
  scope: (from, to) => [from === undefined ? '' : `de ${quote(from)}`, to === undefined ? '' : `à ${quote(to)}`].filter(Boolean).join(' '),
  list: (items) => items.join(', '),
  facts,
  description(map) {
    const steps = map.stages.reduce((sum, stage) => sum + stage.steps.length, 0);
    const { mood, touchpoints, ours, heard } = map.figures;
    const who = map.personas.map((persona) => persona.title).join(', ');
    return [
      `Une carte de parcours client${who ? ` (${who})` : ''}${colon}`,
      `${many(map.stages.length, 'étape')}, ${many(steps, 'activité')}.`,
      mood === undefined ? '' : `Humeur ${signed(mood)} entre −2 et +2.`,
      touchpoints === 0
        ? ''
        : `${many(touchpoints, 'point de contact', 'points de contact')}, dont ${ours}${noBreak}à nous et ${heard} avec point d’écoute.`,
    ]
      .filter(Boolean)
      .join(' ')
      .replace(`${colon} `, colon);
  },
};
