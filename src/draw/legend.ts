import type { Stage, Team } from '../map/model.ts';
import type { Context } from './context.ts';
import { faceNodes, faceRadius } from './feel/moods.ts';
import { icon } from './icons.ts';
import type { RowKey } from './lanes/lane.ts';
import { group, round } from './nodes.ts';
import { ownerBadge } from './owner.ts';
import { led, type Piece } from './piece.ts';
import type { SceneNode } from './scene.ts';
import { styles } from './styles.ts';
import { paragraph } from './text.ts';

/** A sign with what it says. */
interface Entry {
  key: string;
  piece: Piece;
}

const lineHeight = 22;
const apart = 22;
const faceScale = 0.5;
const kinds: Team['kind'][] = ['ours', 'external', 'customer', 'undeclared'];

/** What the signs say that stages show in the lanes that are drawn, in lines of a width; nothing where they show none. */
export function legend(stages: readonly Stage[], context: Context, width: number): { height: number; nodes: SceneNode[] } | undefined {
  const entries = entriesOf(stages, context);
  if (entries.length === 0) return undefined;
  let [x, y] = [0, 0];
  const nodes = entries.map(({ key, piece }) => {
    const wide = Math.min(width, Math.ceil(piece.need));
    if (x > 0 && x + wide > width) [x, y] = [0, y + lineHeight];
    const laid = piece.lay(x, y + 3, wide);
    x += wide + apart;
    return group(key, {}, laid.nodes);
  });
  return { height: y + lineHeight, nodes };
}

function entriesOf(stages: readonly Stage[], context: Context): Entry[] {
  const { strings, theme } = context;
  const has = (key: RowKey) => context.lanes.some((lane) => (lane === 'feels' ? lane : lane.key) === key);
  const steps = stages.flatMap((stage) => stage.steps);
  const felt = has('feels') ? steps.filter(({ feelings }) => feelings.length > 0) : [];
  const met = has('touchpoints') ? steps.flatMap(({ touchpoints }) => touchpoints) : [];
  const all = has('touchpoints') ? steps : [];
  const entries: Entry[] = [];
  const said = (key: string, text: string, sign: (x: number, y: number) => SceneNode[]) => {
    entries.push({ key, piece: led(oneLine(context, text), 20, sign) });
  };
  const face = (hypothesis: boolean) => (x: number, y: number) => {
    const at = `translate(${round(x + faceRadius * faceScale)} ${round(y + 8)}) scale(${faceScale})`;
    return [group('sign', { transform: at }, faceNodes(0, hypothesis, theme))];
  };
  if (felt.some(({ hypothesis }) => hypothesis)) {
    if (felt.some(({ hypothesis }) => !hypothesis)) said('proven', strings.legend.proven, face(false));
    said('hypothesis', strings.legend.hypothesis, face(true));
  }
  const owners = new Set(met.map(({ owner }) => owner?.kind ?? 'none'));
  for (const kind of kinds) {
    const team = { name: kind, title: strings.legend.teams[kind], kind };
    if (owners.has(kind)) entries.push({ key: kind, piece: badge(context, team) });
  }
  if (owners.has('none')) entries.push({ key: 'nobody', piece: badge(context, undefined) });
  if (all.some(({ listens, touchpoints }) => [...listens, ...touchpoints.flatMap((each) => each.listens)].length > 0))
    said('listens', strings.legend.listens, (x, y) => [icon('sign', 'ear', x, y + 1, theme.ear, 14)]);
  if (all.some(({ promises, touchpoints }) => [...promises, ...touchpoints.flatMap((each) => each.promises)].length > 0))
    said('promises', strings.legend.promises, (x, y) => [icon('sign', 'flag', x, y + 2, theme.icon, 13)]);
  if (all.some(({ silences }) => silences.length > 0))
    said('silence', strings.legend.silence, (x, y) => [icon('sign', 'silent', x, y, theme.silence.text)]);
  return entries;
}

function oneLine(context: Context, text: string): Piece {
  const style = styles.caption(context.theme.muted);
  const piece = paragraph(context, 'text', text, style);
  return { ...piece, need: context.measure(text, style.size, style.face) + 1 };
}

/** A badge as long as its words are. */
function badge(context: Context, team: Team | undefined): Piece {
  const style = styles.badge('');
  const piece = ownerBadge(context, 'owner', team);
  const words = team?.title ?? context.strings.nobody;
  // Its sides, and the sign of one that is not ours.
  const room = team && team.kind !== 'ours' ? 35 : 21;
  return { need: context.measure(words, style.size, style.face) + room, lay: (x, y, width) => piece.lay(x, y - 2, width) };
}
