import { byFirstWord, definitions, type Kind, type StatementDefinition } from '../statements.ts';
import { fold } from './near.ts';

/*
 * Words that people write for those of the language, in four tongues. What stands for one of them is read as it, with a finding that offers
 * the word of the language. Adding one is adding a word to a row: without capitals and accents, words parted by commas.
 */

// biome-ignore format: a table reads best as one
const forStatements: readonly (readonly [kind: Kind, words: string])[] = [
  ['persona', 'person, customer, user, actor, character, kunde, kundin, nutzer, nutzerin, personne, client, utilisateur, cliente, usuario'],
  ['role', 'job, occupation, profession, position, beruf, rolle, fonction, metier, rol, puesto'],
  ['segment', 'group, target group, zielgruppe, gruppe, groupe, cible, segmento, grupo'],
  ['need', 'needs, requirement, bedurfnis, bedarf, besoin, necesidad'],
  ['motivation', 'motive, motivations, driver, antrieb, motivacion'],
  ['frustration', 'frustrations, annoyance, fear, frust, arger, frustracion'],
  ['quote', 'quotes, citation, zitat, cita, verbatim'],
  ['photo', 'image, picture, avatar, foto, bild'],
  ['prefers', 'preferred channels, preferred channel, favourite channels, bevorzugt, bevorzugte kanale, prefere, canaux preferes, prefiere'],
  ['team', 'department, teams, unit, abteilung, equipe, service, equipo, departamento'],
  ['channel', 'canal, kanal, medium'],
  ['system', 'tool, application, software, systeme, sistema, anwendung, outil, herramienta'],
  ['touchpoint', 'touch point, touch-point, contact point, contact, interaction, kontaktpunkt, beruhrungspunkt, point de contact, punto de contacto'],
  ['journey', 'map, customer journey, user journey, journey map, reise, kundenreise, parcours, parcours client, viaje, recorrido'],
  ['for', 'fur, pour, para'],
  ['type', 'state, typ, art, tipo'],
  ['view', 'ansicht, vue, vista'],
  ['scenario', 'story, szenario, situation, escenario'],
  ['scope', 'umfang, perimetre, alcance'],
  ['learn', 'question, learning goal, frage, apprendre, aprender'],
  ['goal', 'objective, aim, goals, customer goal, user goal, ziel, kundenziel, objectif, but, objetivo, meta'],
  ['business goal', 'business objective, business goals, company goal, organisation goal, geschaftsziel, unternehmensziel, objectif metier, objetivo de negocio'],
  ['expects', 'expectation, expectations, expect, erwartet, erwartung, attente, espera, expectativa'],
  ['channels', 'kanale, canaux, canales'],
  ['involves', 'teams involved, participants, involved, beteiligt, beteiligte, implique, participa'],
  ['metric', 'metrics, kpi, measure, indicator, kennzahl, messwert, metrik, indicateur, mesure, metrica, indicador'],
  ['improves', 'improvement of, verbessert, ameliore, mejora'],
  ['part of', 'belongs to, teil von, fait partie de, parte de'],
  ['evidence', 'source, sources, proof, research, beleg, nachweis, quelle, preuve, evidencia, fuente'],
  ['reviewed', 'last reviewed, checked, updated, date, gepruft, stand, revu, verifie, revisado'],
  ['stage', 'phase, chapter, section, etappe, abschnitt, etape, fase, etapa'],
  ['owner', 'responsible, verantwortlich, responsable'],
  ['step', 'schritt, etape, paso, etapa'],
  ['does', 'activity, doing, acts, tut, macht, handelt, fait, hace'],
  ['thinks', 'thought, thoughts, thinking, thinks that, thinks about, denkt, gedanke, pense, pensee, piensa, pensamiento'],
  ['says', 'saying, says that, sagt, dit, dice'],
  ['sees', 'seeing, sees that, notices, reads, watches, sieht, voit, ve'],
  ['hears', 'hearing, hears that, hort, entend, oye'],
  ['feels', 'feeling, feelings, feels like, emotion, emotions, mood, sentiment, satisfaction, gefuhl, fuhlt, stimmung, ressent, emocion, siente'],
  ['absent', 'away, not there, abwesend, absente, ausente'],
  ['listens', 'listening, listening post, survey, feedback, umfrage, befragung, enquete, ecoute, encuesta, escucha'],
  ['promises', 'promise, we promise, verspricht, versprechen, promet, promesse, promete, promesa'],
  ['silence', 'gap, no contact, stille, funkstille, silencio'],
  ['moment', 'key moment, schlusselmoment, momento'],
  ['pain', 'pain point, pain points, painpoint, painpoints, pains, problem, problems, issue, friction, barrier, schmerz, schmerzpunkt, irritant, probleme, point de douleur, dolor, problema'],
  ['opportunity', 'opportunities, idea, ideas, solution, improvement, chance, idee, moglichkeit, opportunite, oportunidad'],
  ['action', 'actions, todo, task, next step, massnahme, aufgabe, tache, accion, tarea'],
  ['frontstage', 'front stage, front-stage, onstage, vordergrund, avant-scene'],
  ['backstage', 'back stage, back-stage, back office, hintergrund, coulisses'],
  ['handoff', 'hand-off, handover, hand over, hand off, ubergabe, transfert, passation, traspaso'],
  ['at', 'time, um, uhrzeit, heure, hora'],
  ['takes', 'duration, lasts, time needed, dauer, dauert, duree, dure, duracion, tarda'],
  ['waits', "wait, waiting, waiting time, wait time, wartet, wartezeit, attend, duree attente, temps d'attente, espera de"],
  ['decides', 'decision, choice, entscheidet, entscheidung, decide, decision de'],
  ['leads to', 'next, goes to, go to, fuhrt zu, weiter zu, mene a, va vers, lleva a'],
  ['ends', 'end, stop, finish, endet, ende, fin, termine, termina'],
  ['alongside', 'parallel, parallel to, in parallel, same time as, gleichzeitig, gleichzeitig mit, en parallele, en paralelo'],
  ['replaces', 'replace, instead of, ersetzt, remplace, reemplaza'],
  ['drops', 'drop, removes, entfernt, entfallt, supprime, elimina'],
];

/** Arrows, as they stand between two names. */
const arrows = new Set(['->', '-->', '=>', '→', '⇒', '➔', '➜', '>', '>>']);

// biome-ignore format: a table reads best as one
const forParts: Readonly<Record<string, string>> = {
  via: 'on, through, channel, using, over, per, per channel, through channel, at, in, via channel, uber, durch, auf, kanal, par, sur, canal, por, a traves de, en, @',
  owner: 'by, owned by, team, responsible, responsible team, run by, von, durch, verantwortlich, equipe, de, par, responsable, equipo, por, assigned to, assignee, who, wer',
  by: 'owner, done by, team, from, von, durch, par, equipe, por, equipo',
  using: 'with, in, system, systems, via, tool, mit, in system, avec, dans, con, en',
  when: 'if, where, in case, wenn, falls, si, quand, cuando, lorsque',
  target: 'goal, objective, aim, should be, goal of, target of, ziel, soll, sollwert, objectif, cible, objetivo, meta, ->, →, =>',
  on: 'at, am, le, el, date, as of, measured on, stand, vom, del',
  column: 'col, field, spalte, colonne, columna',
  link: 'url, see, source, href, siehe, lien, voir, enlace, quelle',
  lasts: 'for, during, takes, duration, dauer, dauert, wahrend, pendant, dure, durante, dura, since, seit, depuis',
  after: 'within, in, later, nach, binnen, nach etwa, apres, sous, despues de, tras, wait, waits, takes',
  severity: 'prio, priority, level, schwere, schweregrad, prioritat, gravite, priorite, severidad, gravedad, prioridad',
  impact: 'value, benefit, nutzen, wirkung, auswirkung, valeur, impacto, valor',
  effort: 'cost, costs, aufwand, kosten, cout, esfuerzo, coste',
  due: 'by, until, deadline, due date, due by, due on, before, till, bis, bis zum, fallig, falligkeit, termin, pour le, avant, avant le, echeance, pour, hasta, para, vence, fecha, date',
  status: 'state, stand, zustand, statut, etat, estado',
  ticket: 'issue, jira, no, nr, nummer, billet',
  contact: 'mail, email, e-mail, kontakt, contacto',
  from: 'von, vom, de, depuis, du, starts with, starting at, desde, between, ab',
  to: "into, until, nach, zu, an, a, vers, jusqu'a, hasta, hacia, bis, until, ends with, ->, -->, →, =>, ⇒, ➔, >",
  for: 'persona, personas, by, of, fur, pour, para, de',
};

// biome-ignore format: a table reads best as one
const forChoices: Readonly<Record<string, string>> = {
  low: 'minor, small, little, trivial, lo, niedrig, gering, klein, leicht, faible, bas, basse, petit, mineur, mineure, bajo, baja, menor, l, p4, p3',
  medium: 'middle, moderate, normal, mid, med, average, mittel, mittelmassig, moyen, moyenne, modere, medio, media, moderado, m, p2',
  high: 'critical, major, blocker, big, large, severe, urgent, hi, very high, highest, serious, important, hoch, gross, kritisch, schwer, sehr hoch, dringend, wichtig, haut, haute, eleve, elevee, critique, grave, majeur, bloquant, alto, alta, critico, critica, h, p1, p0',
  planned: 'open, todo, to do, backlog, new, plan, not started, proposed, scheduled, accepted, waiting, geplant, offen, neu, ausstehend, zu tun, prevu, prevue, ouvert, a faire, nouveau, en attente, planifie, planificado, abierto, pendiente, por hacer',
  doing: 'in progress, in-progress, inprogress, wip, started, ongoing, active, in work, in review, in development, in arbeit, in bearbeitung, laufend, begonnen, lauft, en cours, commence, demarre, en curso, en progreso, iniciado',
  done: 'closed, finished, complete, completed, fixed, resolved, shipped, live, released, ok, fertig, erledigt, abgeschlossen, geschlossen, umgesetzt, fait, termine, fini, clos, ferme, hecho, terminado, cerrado, completado, x',
  dropped: "rejected, cancelled, canceled, declined, wontfix, wont do, won't do, won't fix, abandoned, discarded, on hold, verworfen, abgelehnt, abgebrochen, gestrichen, abandonne, annule, rejete, descartado, cancelado, rechazado",
  current: "as is, as-is, asis, today, now, existing, actual, present, ist, ist-zustand, heute, aktuell, actuel, existant, aujourd'hui, hoy, existente",
  future: 'to be, to-be, tobe, target, tomorrow, vision, soll, soll-zustand, zukunft, zukunftig, morgen, futur, cible, futuro, manana',
  day: 'day in the life, a day in the life, day in life, tag, ein tag, jour, journee, dia, un dia',
  map: 'journey, journey map, karte, carte, mapa',
  blueprint: 'service blueprint, service, blaupause',
  macro: "overview, big picture, ubersicht, makro, vue d'ensemble, resumen",
  truth: 'of truth, moment of truth, wahrheit, der wahrheit, verite, de verite, verdad, de la verdad',
  delight: 'wow, of delight, aha, positive, delightful, magic, begeisterung, freude, enchantement, plaisir, encanto, deleite',
  irritant: 'irritation, irritating, of irritation, annoyance, negative, annoying, pain, argernis, arger, irritante, molestia',
  web: 'website, web site, site, online, internet, portal, webseite, page, browser, web page, site web, sitio web, pagina',
  mobile: 'app, mobile app, smartphone, android, ios, handy, appli, application, aplicacion, movil',
  email: 'e-mail, e-mails, emails, newsletter, mel, courriel, correo electronico',
  phone: 'telephone, call, hotline, phone call, call center, call centre, telefon, anruf, tel, telefono, appel, llamada, voice',
  chat: 'livechat, live chat, chatbot, bot, messenger, whatsapp, messaging, messagerie, teams, slack',
  sms: 'text, text message, texto, textnachricht',
  social: 'social media, facebook, instagram, twitter, linkedin, tiktok, soziale medien, reseaux sociaux, redes sociales',
  mail: 'post, letter, postal, postal mail, paper, brief, courrier, lettre, poste, correo, carta, papier',
  store: 'shop, branch, retail, office, point of sale, laden, geschaft, filiale, magasin, boutique, agence, tienda, sucursal',
  person: 'in person, face to face, face-to-face, human, meeting, visit, personlich, vor ort, personne, en personne, visite, persona, presencial',
  device: 'kiosk, terminal, iot, machine, hardware, gerat, automat, appareil, borne, dispositivo',
  other: 'misc, unknown, tv, radio, print, event, sonstige, anderes, sonstiges, autre, otro',
  met: 'fulfilled, kept, yes, erfullt, ja, satisfaite, tenu, oui, cumplido, si',
  unmet: 'not met, unfulfilled, missed, broken, no, not fulfilled, unerfullt, nicht erfullt, nein, non satisfaite, pas tenu, non, incumplido, no cumplido',
  external: 'extern, externe, externo, outside, partner, third party, third-party, vendor, supplier, exterieur, dienstleister, proveedor, prestataire',
  customer: 'client, kunde, clientele, cliente, customers',
};

/** The words that join the last two names of a list. */
const joiners = new Set(['and', 'und', 'et', 'y', 'e', 'or', 'oder', 'ou', 'o', '&', '+', '/', ';', '|', 'sowie', 'plus']);

function listed(words: string): string[] {
  return words.split(', ');
}

const statements = new Map<string, StatementDefinition[]>();
for (const [kind, words] of forStatements) {
  const definition = definitions.find((each) => each.kind === kind) as StatementDefinition;
  for (const word of listed(words)) statements.set(word, [...(statements.get(word) ?? []), definition]);
}

const parts = new Map(Object.entries(forParts).map(([word, words]) => [word, new Set(listed(words))]));
const choices = new Map(Object.entries(forChoices).map(([word, words]) => [word, new Set(listed(words))]));

/** The statements that some words stand for, likeliest first. The words are folded, with single spaces. */
export function statementsMeant(words: string): readonly StatementDefinition[] {
  return statements.get(words) ?? [];
}

/** Whether some folded words stand for the word of a part. */
export function meansPart(word: string, words: string): boolean {
  return parts.get(word)?.has(words) ?? false;
}

/** The value of a list that some folded words stand for. */
export function choiceMeant(of: readonly string[], words: string): string | undefined {
  return of.find((value) => choices.get(value)?.has(words));
}

/** Whether a word, or a sign, joins two names: `and`, `&`. */
export function isJoiner(word: string): boolean {
  return joiners.has(fold(word));
}

/** Whether a token is an arrow. */
export function isArrow(word: string): boolean {
  return arrows.has(word);
}

/** Words of two or more that begin with the one that opens a statement: `pain point` for `pain`. */
export const longerOpenings = new Map<StatementDefinition, string[]>();
for (const words of statements.keys()) {
  const first = byFirstWord.get(words.split(' ')[0] as string);
  if (first && words.includes(' ')) longerOpenings.set(first, [...(longerOpenings.get(first) ?? []), words]);
}

/** Words that may also stand within a name: `Check in counter`. */
const weak = new Set(['in', 'at', 'en', 'de', 'a', 'an', 'zu', 'for', 'from', 'of', 'sur', 'auf', 'to']);

/** Whether some folded words may just as well belong to a name without quotes. */
export function isWeak(words: string): boolean {
  return weak.has(words);
}
