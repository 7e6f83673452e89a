import { byFirstWord, definitions, type Kind, type StatementDefinition } from '../statements.ts';
import { fold } from './near.ts';

/*
 * Words that people write for those of the language, in four tongues. What stands for one of them is read as it, with a finding that offers
 * the word of the language. Adding one is adding a word to a row: without capitals and accents, words parted by commas.
 */

function listed(words: string): string[] {
  return words.split(', ');
}

// biome-ignore format: a table reads best as one
const forStatements: readonly (readonly [kind: Kind, words: string])[] = [
  ['persona', 'person, customer, user, actor, character, kunde, kundin, nutzer, nutzerin, personne, client, utilisateur, cliente, usuario, personas, profile, buyer persona, usager, usagere, profil, acteur, benutzer, anwender, perfil'],
  ['role', 'job, occupation, profession, position, beruf, rolle, fonction, metier, rol, puesto, titre du poste, tatigkeit, profesion, ocupacion, cargo'],
  ['segment', 'group, target group, zielgruppe, gruppe, groupe, cible, segmento, grupo, audience, publico, segment client, groupe cible, kundensegment'],
  ['need', 'needs, requirement, bedurfnis, bedarf, besoin, necesidad, besoins, bedurfnisse, necesidades, job to be done, jobs to be done, jtbd'],
  ['motivation', 'motive, motivations, driver, antrieb, motivacion, motivationen, motivaciones, moteur'],
  ['frustration', 'frustrations, annoyance, fear, frust, arger, frustracion, frustrationen, frustraciones, agacement, agacements, peur, miedo'],
  ['quote', 'quotes, citation, zitat, cita, verbatim, citations, zitate, citas, parole'],
  ['photo', 'image, picture, avatar, foto, bild, portrait, imagen'],
  ['prefers', 'preferred channels, preferred channel, favourite channels, bevorzugt, bevorzugte kanale, prefere, canaux preferes, prefiere, canaux favoris, canal prefere, bevorzugter kanal, lieblingskanale, canales preferidos, canal preferido'],
  ['team', 'department, teams, unit, abteilung, equipe, service, equipo, departamento, departement, equipes, dienst, bereich, direction, equipos, area'],
  ['channel', 'canal, kanal, medium, canaux de contact, kanale, media'],
  ['system', 'tool, application, software, systeme, sistema, anwendung, outil, herramienta, systemes, systems, tools, logiciel, logiciels, werkzeug, aplicacion, sistemas, herramientas, technology'],
  ['touchpoint', 'touch point, touch-point, contact point, contact, interaction, kontaktpunkt, beruhrungspunkt, point de contact, punto de contacto, touchpoints, touch points, contact points, interactions, points de contact, contacts, kontaktpunkte, beruhrungspunkte, kontakt, puntos de contacto, contacto, interaccion, physical evidence, evidences, preuve physique, evidencia fisica'],
  ['journey', 'map, customer journey, user journey, journey map, reise, kundenreise, parcours, parcours client, viaje, recorrido, experience map, customer journey map, user journey map, customer experience, parcours utilisateur, parcours usager, carte de parcours, carte du parcours, carte, landkarte, mapa, mapa de experiencia, viaje del cliente, nutzerreise'],
  ['for', 'fur, pour, para'],
  ['type', 'state, typ, art, tipo, etat, zustand'],
  ['view', 'ansicht, vue, vista'],
  ['scenario', 'story, szenario, situation, escenario, scenarios, user story, contexte, kontext, contexto, ausgangslage'],
  ['scope', 'umfang, perimetre, alcance, rahmen, cadre, frontieres'],
  ['learn', 'question, learning goal, frage, apprendre, aprender, questions, hypothesis, hypothese, lernziel, fragen, pregunta, preguntas'],
  ['goal', 'stage goal, phase goal, step goal, objective, aim, goals, customer goal, user goal, ziel, kundenziel, objectif, but, objetivo, meta, user goals, customer goals, goal of the customer, objectifs, objectif client, buts, ziele, nutzerziel, objetivos, objetivo del cliente, job'],
  ['business goal', 'business objective, business goals, company goal, organisation goal, geschaftsziel, unternehmensziel, objectif metier, objetivo de negocio, our goal, notre objectif, unser ziel, nuestro objetivo, objectif entreprise, objectifs metier, geschaftsziele'],
  ['expects', "expectation, expectations, expect, erwartet, erwartung, attente, espera, expectativa, attentes, s'attend a, attend de, erwartungen, expectativas, wants, hopes, hopes for, espere, souhaite, hofft, wunscht, desea"],
  ['channels', 'kanale, canaux, canales'],
  ['involves', 'teams involved, participants, involved, beteiligt, beteiligte, implique, participa, stakeholders, stakeholder, parties prenantes, interesados'],
  ['metric', 'stage metric, step metric, metrics, kpi, measure, indicator, kennzahl, messwert, metrik, indicateur, mesure, metrica, indicador, kpis, kpi s, key figure, key figures, measurement, kennzahlen, messwerte, chiffre cle, chiffres cles, indicateurs, mesures, indicadores, metricas'],
  ['improves', 'improvement of, verbessert, ameliore, mejora'],
  ['part of', 'belongs to, teil von, fait partie de, parte de'],
  ['evidence', 'source, sources, proof, research, beleg, nachweis, quelle, preuve, evidencia, fuente, verbatims, data, research data, belege, quellen, preuves, etude, studie, estudio'],
  ['reviewed', 'last reviewed, checked, updated, date, gepruft, stand, revu, verifie, revisado'],
  ['stage', 'phase, chapter, section, etappe, abschnitt, etape, fase, etapa, stages, phases, phasen, etapes, fases, etapas, abschnitte, step group, moment of the journey, periode'],
  ['owner', 'responsible, verantwortlich, responsable, owners, owned by, responsibility, zustandig, verantwortliche, verantwortlicher, verantwortung, responsables, proprietaire, en charge, encargado'],
  ['step', 'schritt, etape, paso, etapa, steps, activite, activites, action du client, etapes, schritte, teilschritt, pasos, actividad, actividades, aktivitat, aktivitaten, touchpoint step, sub step, substep'],
  ['does', 'activity, doing, acts, tut, macht, handelt, fait, hace, activities, actions, action, customer action, customer actions, user action, user actions, doings, behaviour, behavior, tasks, tut was, handlung, handlungen, kundenaktion, aktion, aktionen, faire, actions client, action client, actions du client, agit, realise, acciones, accion, accion del cliente, acciones del cliente, aktivitat, activite, activites, actividad'],
  ['thinks', 'thought, thoughts, thinking, thinks that, thinks about, denkt, gedanke, pense, pensee, piensa, pensamiento, thinks and feels, thinking and feeling, pensees, gedanken, pensamientos, reflexion, se dit, uberlegt'],
  ['says', 'saying, says that, sagt, dit, dice, say, citation client, zitat kunde, parole, citation, citations, verbatim, verbatims, zitat, zitate, cita, citas, customer quote, customer quotes'],
  ['sees', 'seeing, sees that, notices, reads, watches, sieht, voit, ve, see, voir, sehen, observe, beobachtet, observa'],
  ['hears', 'hearing, hears that, hort, entend, oye, hear, entendre, horen'],
  ['feels', 'feeling, feelings, feels like, emotion, emotions, mood, sentiment, satisfaction, gefuhl, fuhlt, stimmung, ressent, emocion, siente, feel, feelings score, emotional state, emotional curve, emotional journey, emotion curve, customer feeling, customer feelings, emotionen, gefuhle, empfindung, humeur, ressenti, ressentis, sentiments, etat emotionnel, courbe emotionnelle, emociones, sentimiento, sentimientos, estado de animo, animo, animo'],
  ['absent', 'away, not there, abwesend, absente, ausente'],
  ['listens', 'listening, listening post, survey, feedback, umfrage, befragung, enquete, ecoute, encuesta, escucha, surveys, mesure de satisfaction, questionnaire, fragebogen, umfragen, enquetes, encuestas, cuestionario'],
  ['promises', 'promise, we promise, verspricht, versprechen, promet, promesse, promete, promesa, promesses, promesas, versprechungen, engagement'],
  ['silence', 'gap, no contact, stille, funkstille, silencio, silences, waiting for news, pas de nouvelles, keine nachricht, sin noticias'],
  ['moment', 'key moment, schlusselmoment, momento, moments, key moments, moment cle, moments cles, schlusselmomente, momento clave, momentos clave'],
  ['pain', 'pain point, pain points, painpoint, painpoints, pains, problem, problems, issue, friction, barrier, schmerz, schmerzpunkt, probleme, point de douleur, dolor, problema, issues, frictions, blocker, blockers, barriers, challenge, challenges, obstacle, obstacles, frustration point, difficulte, difficultes, douleur, douleurs, point de friction, points de friction, points de douleur, point bloquant, frein, freins, blocage, problemes, schmerzpunkte, schmerzen, schwierigkeit, schwierigkeiten, hindernis, hurde, hurden, puntos de dolor, punto de dolor, dolores, dificultad, dificultades, friccion, obstaculo, problemas, risk, risks, concern, concerns, worry, worries, risque, risques, inquietude, risiko, risiken, sorge, sorgen, riesgo, riesgos, preocupacion'],
  ['opportunity', 'opportunities, idea, ideas, solution, improvement, chance, idee, moglichkeit, opportunite, oportunidad, solutions, improvements, improvement idea, recommendation, recommendations, how might we, hmw, opportunites, idees, piste, pistes, amelioration, ameliorations, chancen, ideen, moglichkeiten, verbesserung, verbesserungen, losung, losungen, oportunidades, ideas de mejora, mejora, mejoras, solucion, soluciones'],
  ['action', "actions, todo, task, next step, massnahme, aufgabe, tache, accion, tarea, next steps, to do, todos, measures, massnahmen, aufgaben, mesure, plan d'action, tareas, acciones"],
  ['frontstage', 'front stage, front-stage, onstage, vordergrund, avant-scene, front stage actions, frontstage actions, front stage action, frontstage action, employee actions, employee action, staff actions, visible actions, actions visibles, avant scene, en front, sichtbar, sichtbare aktionen, frontoffice, front office, parte visible, visible'],
  ['backstage', 'back stage, back-stage, back office, hintergrund, coulisses, backstage actions, backstage action, back stage actions, back stage action, backoffice, support process, support processes, internal actions, invisible, arriere-scene, arriere scene, en coulisses, back-office, processus internes, hinter den kulissen, unsichtbar, interne prozesse, tras bambalinas, entre bastidores, procesos internos'],
  ['handoff', 'hand-off, handover, hand over, hand off, ubergabe, transfert, passation, traspaso, handoffs, handovers, transmission, relais, ubergaben, weitergabe, entrega'],
  ['at', 'time, um, uhrzeit, heure, hora, moment de la journee, zeit, zeitpunkt, horaire'],
  ['takes', 'duration, time, lasts, time needed, dauer, dauert, duree, dure, duracion, tarda, time on task, temps passe, temps, zeitbedarf, tiempo'],
  ['waits', "wait, waiting, waiting time, wait time, wartet, wartezeit, attend, duree attente, temps d'attente, espera de, temps attente, attente de, delai, tiempo de espera, wartezeiten"],
  ['decides', 'decision, choice, entscheidet, entscheidung, decide, decision de, decisions, decision point, question cle, choix, wahl, entscheidungspunkt, eleccion'],
  ['leads to', 'next, goes to, go to, fuhrt zu, weiter zu, mene a, va vers, lleva a, goto, then go to, jump to, continue with, aller a, va a, gehe zu, geht zu, weiter mit, ir a, va'],
  ['ends', 'end, stop, finish, endet, ende, fin, termine, termina, ending, abandonne, arrete, ausstieg, abbruch, abandona, fin du parcours'],
  ['alongside', 'parallel, parallel to, in parallel, same time as, gleichzeitig, gleichzeitig mit, en parallele, en paralelo'],
  ['replaces', 'replace, instead of, ersetzt, remplace, reemplaza'],
  ['drops', 'drop, removes, entfernt, entfallt, supprime, elimina'],
];

/** Arrows, as they stand between two names. */
const arrows = new Set(['->', '-->', '=>', '→', '⇒', '➔', '➜', '>', '>>']);

// biome-ignore format: a table reads best as one
const forParts: Readonly<Record<string, string>> = {
  via: 'on, through, channel, using, over, per, per channel, through channel, at, in, via channel, uber, durch, auf, kanal, par, sur, canal, por, a traves de, en, @, medium, media, moyen',
  owner: 'by, owned by, team, responsible, responsible team, run by, von, durch, verantwortlich, equipe, de, par, responsable, equipo, por, assigned to, assignee, who, wer, responsibility, zustandig, verantwortliche, verantwortlicher, en charge, proprietaire, encargado, encargada, owned, by team',
  by: 'owner, done by, team, from, von, durch, par, equipe, por, equipo',
  using: 'with, in, system, systems, via, tool, mit, in system, avec, dans, con, en, outil, outils, logiciel, werkzeug, tools, systeme, systemes, herramienta, aplicacion, software, anwendung',
  when: 'if, where, in case, wenn, falls, si, quand, cuando, lorsque',
  target: 'goal, objective, aim, should be, goal of, target of, ziel, soll, sollwert, objectif, cible, objetivo, meta, ->, →, =>',
  on: 'at, am, le, el, date, as of, measured on, stand, vom, del',
  column: 'col, field, spalte, colonne, columna',
  link: 'url, see, source, href, siehe, lien, voir, enlace, quelle',
  lasts: 'for, during, takes, duration, dauer, dauert, wahrend, pendant, dure, durante, dura, since, seit, depuis',
  after: 'within, in, later, nach, binnen, nach etwa, apres, sous, despues de, tras, wait, waits, takes',
  severity: 'prio, priority, level, schwere, schweregrad, prioritat, gravite, priorite, severidad, gravedad, prioridad, severite, criticite, importance, wichtigkeit, dringlichkeit, importancia, criticidad',
  impact: 'value, benefit, nutzen, wirkung, auswirkung, valeur, impacto, valor',
  effort: 'cost, costs, aufwand, kosten, cout, esfuerzo, coste, kostenaufwand, complexity, complexite, komplexitat, charge',
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
  low: 'minor, small, little, trivial, lo, niedrig, gering, klein, leicht, faible, bas, basse, petit, mineur, mineure, bajo, baja, menor, l, p4, p3, faibles, very low, sehr gering, tres faible, muy bajo',
  medium: 'middle, moderate, normal, mid, med, average, mittel, mittelmassig, moyen, moyenne, modere, medio, media, moderado, m, p2, moderee, mittlere',
  high: 'critical, major, blocker, big, large, severe, urgent, hi, very high, highest, serious, important, hoch, gross, kritisch, schwer, sehr hoch, dringend, wichtig, haut, haute, eleve, elevee, critique, grave, majeur, bloquant, alto, alta, critico, critica, h, p1, p0, fort, forte, forts, fortes, tres forte, tres haute, tres eleve, importante, stark, muy alto, muy alta',
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
  delight: 'wow, of delight, aha, positive, delightful, magic, begeisterung, freude, enchantement, plaisir, encanto, deleite, fort, temps fort, moment fort, highlight, gain, glanzpunkt, hohepunkt, ravissement',
  irritant: 'irritation, irritating, of irritation, annoyance, negative, annoying, pain, argernis, arger, irritante, molestia, irritants, douleur, difficulte, schmerz',
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
  external: 'extern, externe, externes, externer, externen, externo, externos, externa, externas, outside, partner, third party, third-party, vendor, supplier, exterieur, dienstleister, proveedor, prestataire',
  customer: 'client, kunde, clientele, cliente, customers',
};

/** What lines say that open with words for which the language has no single one. */
export type Aside = 'condition' | 'otherwise' | 'next' | 'remark' | 'line of the picture';

// biome-ignore format: a table reads best as one
const forAsides: Readonly<Record<Aside, string>> = {
  condition: 'if, when, in case, unless, si, quand, lorsque, wenn, falls, cuando, condition, bedingung, condicion',
  otherwise: 'else, otherwise, else if, elseif, elif, or else, default, sinon, autrement, sinon si, sonst, andernfalls, ansonsten, si no, sino, de lo contrario',
  next: 'then, and then, after that, afterwards, puis, alors, ensuite, et puis, dann, danach, anschliessend, luego, entonces, despues',
  remark: 'note, notes, comment, comments, remark, remarks, description, desc, info, hint, nb, n.b., commentaire, commentaires, remarque, remarques, precision, notiz, notizen, anmerkung, anmerkungen, kommentar, bemerkung, hinweis, beschreibung, nota, notas, comentario, comentarios, observacion, descripcion',
  'line of the picture': 'line of visibility, line of interaction, line of internal interaction, visibility line, ligne de visibilite, ligne d\'interaction, ligne interaction, sichtbarkeitslinie, linie der sichtbarkeit, interaktionslinie, linea de visibilidad, linea de interaccion',
};

// biome-ignore format: a table reads best as one
const forMoments: Readonly<Record<string, string>> = {
  truth: 'truth, moment of truth, moments of truth, verite, moment de verite, moments de verite, wahrheit, moment der wahrheit, momente der wahrheit, momento de la verdad, momentos de la verdad, zmot, fmot',
  delight: 'delight, delights, delighter, delighters, wow, wow moment, wow effect, aha, aha moment, highlight, highlights, gain, gains, gain point, bright spot, high point, positive, positives, enchantement, moment fort, temps fort, point fort, points forts, point positif, points positifs, fort, plaisir, gain client, begeisterung, begeisterungsmoment, glanzpunkt, hohepunkt, positives erlebnis, gewinn, deleite, encanto, punto fuerte, punto positivo, ganancia, ganancias',
  irritant: 'irritant, irritants, irritation, irritations, annoyance point, low point, negative, negatives, point irritant, point negatif, points negatifs, temps faible, argernis, tiefpunkt, irritante, irritantes, molestia, molestias, punto negativo',
};

/** Words for a part that open a line below its statement: those that name it. Others, such as `on`, may open any sentence. */
// biome-ignore format: a list
const opening: ReadonlySet<string> = new Set(listed(
  'channel, canal, kanal, medium, owner, owned by, responsible, responsible team, verantwortlich, verantwortliche, zustandig, responsable, equipe, equipo, proprietaire, encargado, assignee, assigned to, en charge, wer, who, '
  + 'done by, tool, tools, outil, outils, logiciel, werkzeug, herramienta, software, systeme, systemes, prio, priority, level, schwere, schweregrad, prioritat, gravite, severite, criticite, priorite, severidad, gravedad, prioridad, importance, '
  + 'value, benefit, nutzen, wirkung, auswirkung, valeur, impacto, valor, cost, costs, aufwand, kosten, cout, esfuerzo, coste, complexite, deadline, due date, due by, due on, fallig, falligkeit, termin, echeance, vence, fecha, date, '
  + 'state, stand, zustand, statut, etat, estado, jira, mail, email, e-mail, kontakt, contacto, objective, aim, ziel, sollwert, objectif, cible, objetivo, meta, if, wenn, falls, si, quand, cuando, lorsque, in case, duration, dauer, duree, col, field, spalte, colonne, columna, url, lien, enlace',
));

/** The words that join the last two names of a list. */
const joiners = new Set(['and', 'und', 'et', 'y', 'e', 'or', 'oder', 'ou', 'o', '&', '+', '/', ';', '|', 'sowie', 'plus']);

const statements = new Map<string, StatementDefinition[]>();
for (const [kind, words] of forStatements) {
  const definition = definitions.find((each) => each.kind === kind) as StatementDefinition;
  for (const word of listed(words)) statements.set(word, [...(statements.get(word) ?? []), definition]);
}

const parts = new Map(Object.entries(forParts).map(([word, words]) => [word, new Set(listed(words))]));
const choices = new Map(Object.entries(forChoices).map(([word, words]) => [word, new Set(listed(words))]));

/** The words of the language that are two, written as one: `business-goal`, `leadsTo`. */
const joined = new Map(definitions.filter(({ word }) => word.includes(' ')).map((each) => [each.word.replaceAll(' ', ''), each]));

/** Marks that set a word off, as Markdown has them: `**Pain**:`. */
const marks = /^[*_]+|[*_]+[:：]?$|[:：][*_]+$/g;

/** The statements that some words stand for, likeliest first. The words are folded, with single spaces. */
export function statementsMeant(words: string): readonly StatementDefinition[] {
  const plain = words.replace(marks, '');
  const apart = /[-_]/.test(plain) ? statements.get(plain.replace(/[-_]+/g, ' ')) : undefined;
  const own = joined.get(plain.replace(/[-_]/g, '')) ?? (plain === words ? undefined : definitions.find(({ word }) => word === plain));
  return statements.get(plain) ?? apart ?? (own ? [own] : []);
}

/** Whether some folded words stand for the word of a part. */
export function meansPart(word: string, words: string): boolean {
  return parts.get(word)?.has(words) ?? false;
}

const asides = new Map(Object.entries(forAsides).flatMap(([aside, words]) => listed(words).map((word) => [word, aside as Aside] as const)));

/** What a line says that opens with some folded words for which the language has no single one. */
export function asideMeant(words: string): Aside | undefined {
  return asides.get(words);
}

const moments = new Map(Object.entries(forMoments).flatMap(([kind, words]) => listed(words).map((word) => [word, kind] as const)));

/** The kind of key moment that some folded words stand for at the beginning of a line. */
export function momentMeant(words: string): string | undefined {
  return moments.get(words) ?? moments.get(words.replace(/[-_]+/g, ' '));
}

/** Whether some folded words stand for a part also where they open a line. */
export function opensPart(words: string): boolean {
  return opening.has(words);
}

/** The value of a list that some folded words stand for. */
export function choiceMeant(of: readonly string[], words: string): string | undefined {
  return of.find((value) => choices.get(value)?.has(words));
}

/** Of the words for the values of lists those that say neither more nor less in another tongue. */
const translations: ReadonlySet<string> = new Set(
  listed(
    'niedrig, gering, faible, faibles, bas, basse, bajo, baja, mittel, moyen, moyenne, moyens, moyennes, mittlere, medio, media, hoch, haut, haute, eleve, elevee, alto, alta, ' +
      'geplant, prevu, prevue, planifie, planificado, in arbeit, in bearbeitung, en cours, en curso, erledigt, fertig, abgeschlossen, fait, termine, hecho, terminado, ' +
      'verworfen, abandonne, descartado, aktuell, actuel, zukunft, zukunftig, futur, futuro, tag, jour, dia, karte, carte, mapa, verite, de verite, wahrheit, verdad, ' +
      'begeisterung, enchantement, encanto, irritante, telefon, telephone, telefono, courriel, courrier, persona, personne, magasin, tienda, laden, autre, otro, ' +
      'externe, extern, externo, erfullt, cumplido, satisfaite, unerfullt, non satisfaite, no cumplido',
  ),
);

/** Whether folded words are a value of a list in another tongue, and mean nothing else than it. */
export function isTranslation(words: string): boolean {
  return translations.has(words);
}

const everyone: ReadonlySet<string> = new Set(
  listed(
    'all, everyone, everybody, anyone, each, both, all of them, all personas, tous, toutes, tout le monde, chacun, chacune, les deux, alle, jeder, jede, beide, todos, todas, todo el mundo, ambos, ambas',
  ),
);

/** Whether folded words stand for all personas where the name of one is wanted. */
export function isEveryone(words: string): boolean {
  return everyone.has(words);
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
