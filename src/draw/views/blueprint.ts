import type { JourneyMap, Step, System, Team } from '../../map/model.ts';
import { actions, evidence, moments, moods } from '../blueprint/customer.ts';
import { type Area, arrivalOf, departureOf, type Links, linksOf, worksOf } from '../blueprint/handoffs.ts';
import { handoffLines, roomAbove, systemLines } from '../blueprint/lines.ts';
import { NamedLine, SystemLane, TeamLane, ZoneName } from '../blueprint/rows.ts';
import type { DrawOptions } from '../drawing.ts';
import { english } from '../english.ts';
import { lanesNamed } from '../lanes/index.ts';
import type { Lane } from '../lanes/lane.ts';
import { time } from '../lanes/time.ts';
import { styles } from '../styles.ts';
import { paragraph } from '../text.ts';
import type { Plan } from './plan.ts';

/** The line between what the customer sees and what not is the strongest; they differ in grey as well. */
const interaction = new NamedLine('interaction', { strength: 1.4, dash: '9 6' });
const visibility = new NamedLine('visibility', { strength: 2.6 });
const internal = new NamedLine('internal', { strength: 1.4, dash: '0.1 5' });

/**
 * A service blueprint, as Shostack and the Nielsen Norman Group draw it: what the customer meets and does, and below three lines what staff do in
 * view, out of view, and with which systems. Each team has a row of its own, so that work which changes hands is seen to.
 */
export function blueprint(map: JourneyMap, options: DrawOptions): Plan {
  const steps = map.stages.flatMap((stage) => stage.steps);
  const wanted = lanesNamed(options.lanes);
  const feels = steps.some(({ feelings }) => feelings.length > 0) ? moods : moments;
  const customer: Lane[] = [evidence, actions, ...(wanted.includes(time) ? [time] : []), ...(wanted.includes('feels') ? [feels] : [])];
  if (steps.length === 0) return { map, lanes: customer, about: false };
  const hasWork = steps.some(({ frontstage, backstage, handoffs }) => frontstage.length + backstage.length + handoffs.length > 0);
  if (!hasWork) {
    return {
      map,
      lanes: [...customer, interaction],
      about: false,
      invitation: (context) => paragraph(context, 'text', context.strings.blueprint.invitation, styles.body(context.theme.muted)),
    };
  }
  const found = linksOf(map);
  const above = roomAbove(found.links);
  const systems = systemsOf(steps).map((system) => new SystemLane(system));
  const lanes = [
    ...customer,
    interaction,
    ...teamLanes('front', steps, found, above),
    visibility,
    ...teamLanes('back', steps, found, above),
    ...(systems.length > 0 ? [internal, new ZoneName('systems'), ...systems] : []),
  ];
  const { description, blueprint: words } = options.labels ?? english;
  const handoffs = steps.flatMap((step) => step.handoffs);
  const teams = new Set(lanes.flatMap((lane) => (lane instanceof TeamLane && lane.team ? [lane.team.name] : [])));
  return {
    map,
    lanes,
    about: false,
    description: `${description(map)} ${words.description(teams.size, handoffs.length, systems.length)}`,
    over: (columns, context) => [...systemLines(columns, context), ...handoffLines(columns, found.links, context)],
  };
}

const kinds: Team['kind'][] = ['ours', 'customer', 'external', 'undeclared'];

/** A row per team of an area: ours first, each kind as the map first names them, and last the work of nobody. */
function teamLanes(area: Area, steps: readonly Step[], { senders }: Links, above: ReadonlyMap<string, number>): Lane[] {
  const named = new Map<string, Team | undefined>();
  for (const step of steps) {
    for (const { by } of worksOf(step, area)) named.set(by?.name ?? '', by);
    for (const handoff of step.handoffs) {
      if (senders.has(handoff.id) && departureOf(handoff).startsWith(`${area}:`)) named.set(handoff.from?.name ?? '', handoff.from);
      if (arrivalOf(handoff, step).startsWith(`${area}:`)) named.set(handoff.to?.name ?? '', handoff.to);
    }
  }
  const teams = [...named.values()].sort((a, b) => rank(a) - rank(b));
  const lanes = teams.map((team, index) => {
    const lane = new TeamLane(area, team, { first: index === 0, above: 0, senders: [] });
    const own = steps.flatMap(({ handoffs }) => handoffs).filter((each) => senders.has(each.id) && departureOf(each) === lane.key);
    return new TeamLane(area, team, { first: index === 0, above: above.get(lane.key) ?? 0, senders: own.map(({ id }) => id) });
  });
  return lanes.length > 0 ? lanes : [new ZoneName(area)];
}

function rank(team: Team | undefined): number {
  return team ? kinds.indexOf(team.kind) : kinds.length;
}

/** Those that any work uses, as the map first names them. */
function systemsOf(steps: readonly Step[]): System[] {
  const used = steps.flatMap(({ frontstage, backstage }) => [...frontstage, ...backstage]).flatMap(({ using }) => using);
  return [...new Map(used.map((system) => [system.name, system])).values()];
}
