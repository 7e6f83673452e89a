import type { LaneName, ViewName } from '../language/names/settings.ts';
import type { JourneyMap, Mark } from '../map/model.ts';
import { about } from './about.ts';
import { bodyRegions, headRegions } from './body.ts';
import type { Logo } from './brand.ts';
import type { Changes } from './cells.ts';
import { changesSince } from './changes.ts';
import { type Column, type KnownCells, placeStages } from './columns.ts';
import type { Context, Time } from './context.ts';
import { english } from './english.ts';
import { equal } from './equal.ts';
import { feelColumns } from './feel/columns.ts';
import { type FeelColumn, type FeelLane, feelLane, hasFeelings } from './feel/lane.ts';
import { hash } from './hash.ts';
import { header } from './header.ts';
import { timeOf } from './lanes/time.ts';
import { legend } from './legend.ts';
import { type Measure, measureOf } from './measure.ts';
import { mirrored, readsLeftward } from './mirror.ts';
import { rect } from './nodes.ts';
import { noteRegion } from './note.ts';
import { type Cut, cut, type Part, uncut, withNeighbours } from './part.ts';
import { boxed, padded } from './piece.ts';
import type { Region, Scene, SceneNode, StepColumn } from './scene.ts';
import type { Strings } from './strings.ts';
import { page, styles } from './styles.ts';
import { paragraph } from './text.ts';
import type { Theme } from './themes.ts';
import { stepTitles } from './titles.ts';
import { planOf } from './views/index.ts';
import type { Plan } from './views/plan.ts';

export interface DrawOptions {
  theme: Theme;
  /** Measures text; without it the table of the font's widths, and more generously for a font of a house. */
  measure?: Measure;
  /** Findings by element id. Where they are given their number is one of the header's figures. */
  marks?: Record<string, Mark[]>;
  /** How wide the window is, in pixels at 100 %: the header of a map that is wider is made to fit it. */
  width?: number;
  /** The picture's own words; English without it. */
  labels?: Strings;
  /**
   * The lanes to draw, from top to bottom; all in their usual order without it. A view that shows a choice of them shows those of its choice that are
   * asked for, and where that is none, its own.
   */
  lanes?: readonly LaneName[];
  /** The view; without it that of a map as a whole. */
  view?: ViewName;
  /**
   * For the view that compares: the map that this one improves, as `improves` names it. Without it that view draws the map as a whole and says what to
   * write. Its ids may be those of any file: in the scene they begin with `before/`.
   */
  before?: JourneyMap;
  /** Ids of the stages whose steps share one narrow column. Where it is given, empty or not, the heads of stages have a sign to fold them by. */
  folded?: readonly string[];
  /** Pictures of personas by their names: `data:` of a PNG, JPEG, WebP or SVG image. Without one a persona has initials. */
  photos?: Readonly<Record<string, string>>;
  /** The font of a house. Its colour is one of the theme, see `branded`. */
  font?: string;
  /** In the header. */
  logo?: Logo;
  /** Shortens no text: for pages that nobody can point at to read the whole. */
  inFull?: boolean;
  /** Says below the lanes what signs mean, for pages as well. */
  legend?: boolean;
  /** The part of the map that is drawn, its curves going on to what lies outside; all of it without it. */
  part?: Part;
  /** Between its margins the picture is no narrower than this, in pixels at 100 %. */
  least?: number;
  /** Put before ids inside the picture, where several stand in one page. */
  idPrefix?: string;
}

/** Draws a map. The same map and options give the same scene. */
export function drawMap(map: JourneyMap, options: DrawOptions): Scene {
  return new Drawing().draw(map, options);
}

const noMarks: Record<string, Mark[]> = {};
const noPhotos: Readonly<Record<string, string>> = {};
const top = 24;
const belowHeader = 12;
const belowNote = 4;
const aboveAbout = 28;
const aboveLegend = 14;
const bottom = 20;
/** A header is never narrower, also in a small window. */
const narrowestHeader = 320;

/**
 * Draws one map again and again: what did not change since the last time is not laid out anew, and its nodes are the very same objects,
 * so that who compares two scenes can skip them. What it draws depends on nothing but what it is given.
 */
export class Drawing {
  private context: Context | undefined;
  private cells: KnownCells = new Map();
  private readonly nodes = new Map<string, Map<string, SceneNode>>();
  private feel: { columns: FeelColumn[]; gradient: string; lane: FeelLane } | undefined;

  draw(whole: JourneyMap, options: DrawOptions): Scene {
    const { part, view } = options;
    const leftward = readsLeftward(whole);
    // The rows of a blueprint, and its lines from card to card, are those of what is shown.
    const own = part && view === 'blueprint' ? { ...whole, stages: cut(whole.stages, part).stages } : whole;
    const plan = own === whole ? planOf(own, options) : withInvitation(planOf(own, options), planOf(whole, options));
    const all = own === whole ? plan.map : whole;
    const shown = part ? cut(all.stages, part) : uncut(all.stages);
    const scene = this.lay(plan, shown, all, options, leftward);
    return leftward ? mirrored(scene) : scene;
  }

  /** The scene with time running to the right. */
  private lay(plan: Plan, shown: Cut, whole: JourneyMap, options: DrawOptions, leftward: boolean): Scene {
    const { map } = plan;
    const { context, changes } = this.contextFor(plan, shown, timeOf(whole), options, leftward);
    if (plan.page) return plan.page(context, options);
    const { stages, cells } = placeStages(shown.stages, context, this.cells, changes, {
      least: options.least ?? page.narrowest,
      widest: Math.max(page.widestAlone, ((options.least ?? 0) - page.columnsAt) / 2),
      folds: foldsOf(plan, context),
    });
    this.cells = cells;
    const columns = stages.flatMap((stage) => stage.columns);
    const columnsWidth = columns.reduce((sum, { width }) => sum + width, 0);
    const right = Math.max(page.columnsAt + columnsWidth, page.margin + (options.least ?? page.narrowest));
    const natural = right - page.margin;
    const width = options.width === undefined ? natural : Math.max(narrowestHeader, Math.min(natural, options.width - page.margin * 2));

    const head = header(map, context, width, options.marks && Object.values(options.marks).flat(), plan.header?.(context));
    const regions: Region[] = [{ key: 'header', x: page.margin, y: top, width, height: head.height, children: head.nodes }];
    let y = top + head.height + belowHeader;
    if (plan.note !== undefined) {
      const note = noteRegion(plan.note, y, width, context);
      regions.push(note);
      y += note.height + belowNote;
    }
    const steps: StepColumn[] = [];
    let heads: Region[] = [];
    let titles: Region | undefined;
    if (stages.length > 0) {
      heads = headRegions(stages, { y, columnsWidth, right }, context);
      y += heads[0]?.height ?? 0;
      const gradient = `${options.idPrefix ?? ''}feel-${hash(map.id)}`;
      const feel = this.feelings(columns, shown, context, gradient, changes);
      const body = bodyRegions(stages, feel && { lane: feel, gradient }, { y, columnsWidth, right }, context, plan.over, (where, nodes) =>
        this.kept(where, nodes),
      );
      regions.push(...body.regions);
      if (body.titlesTop !== undefined && columns.some(({ step, fold }) => step || fold))
        titles = stepTitles(columns, { x: page.columnsAt, y: y + body.titlesTop, width: columnsWidth }, context);
      for (const { step, fold, x, width: wide } of columns) {
        const there = step ? [step.what] : (fold?.what.folded ?? []);
        for (const { id } of there) steps.push({ id, x: page.columnsAt + x, y: y + 4, width: wide, height: body.height });
      }
      y += body.height;
    }
    if (steps.length === 0) {
      const { empty, noStep } = context.strings;
      const invitation = emptyRegion(whole.stages.some(({ implicit }) => !implicit) ? noStep : empty, y, width, context);
      regions.push(invitation);
      y += invitation.height;
    }
    const isEnd = options.part?.about ?? true;
    if (steps.length > 0 && plan.invitation && isEnd) {
      const inset = page.columnsAt - page.margin + page.textInset;
      const laid = plan.invitation(context).lay(inset, 20, Math.min(560, width - inset - 16));
      regions.push({ key: 'invitation', x: page.margin, y, width, height: laid.height + 40, children: laid.nodes });
      y += laid.height + 40;
    }
    const facts = plan.about && isEnd ? about(map, context, width - 16) : undefined;
    if (facts) {
      regions.push({ key: 'about', x: page.margin + 8, y: y + aboveAbout, width: width - 16, height: facts.height, children: facts.nodes });
      y += aboveAbout + facts.height;
    }
    const signs = options.legend ? legend(whole.stages, context, width) : undefined;
    if (signs) {
      regions.push({ key: 'legend', x: page.margin, y: y + aboveLegend, width, height: signs.height, children: signs.nodes });
      y += aboveLegend + signs.height;
    }
    return {
      width: right + page.margin,
      height: Math.ceil(y + bottom),
      background: context.theme.background,
      ...(options.font === undefined ? {} : { font: options.font }),
      regions: [...regions, ...heads],
      ...(titles ? { titles } : {}),
      columns: steps,
      title: map.title,
      description: plan.description ?? context.strings.description(map),
    };
  }

  /** What all is drawn with, and what changed in it. Where that is more than findings, everything is drawn anew. */
  private contextFor(
    { map, lanes: wanted }: Plan,
    { headsBefore, elsewhere }: Cut,
    time: Time | undefined,
    options: DrawOptions,
    leftward: boolean,
  ): { context: Context; changes: Changes } {
    const {
      theme,
      font,
      logo,
      measure = measureOf(font),
      labels: strings = english,
      marks = noMarks,
      photos = noPhotos,
      folded,
      idPrefix = '',
      inFull = false,
    } = options;
    const last = this.context;
    const same =
      last &&
      last.measure === measure &&
      last.theme === theme &&
      last.strings === strings &&
      last.leftward === leftward &&
      last.inFull === inFull &&
      last.headsBefore === headsBefore &&
      equal([...last.elsewhere], [...elsewhere]) &&
      equal(last.time, time) &&
      equal(last.lanes, wanted) &&
      equal(last.personas, map.personas) &&
      (last.folded === undefined) === (options.folded === undefined);
    const [personas, lanes] = same ? [last.personas, last.lanes] : [map.personas, wanted];
    const context: Context = {
      measure,
      theme,
      leftward,
      strings,
      personas,
      time,
      lanes,
      photos,
      logo,
      inFull,
      headsBefore,
      elsewhere,
      idPrefix,
      folded: folded && new Set(folded),
      marks,
    };
    this.context = context;
    if (!same) {
      this.cells = new Map();
      this.feel = undefined;
    }
    return { context, changes: changesSince(same ? last : undefined, context) };
  }

  /** Nodes that are made each time, those of the last time where they say the same; `where` parts them from others. */
  private kept(where: string, nodes: SceneNode[]): SceneNode[] {
    const before = this.nodes.get(where);
    const kept = nodes.map((each) => {
      const last = before?.get(each.key);
      return last && equal(last, each) ? last : each;
    });
    this.nodes.set(where, new Map(kept.map((each) => [each.key, each])));
    return kept;
  }

  /** The curves, kept from the last time where neither feelings nor columns nor findings changed; nothing where nobody feels anything. */
  private feelings(columns: Column[], shown: Cut, context: Context, gradient: string, changes: Changes): FeelLane | undefined {
    const wanted = withNeighbours(feelColumns(columns), shown);
    if (!context.lanes.includes('feels') || !wanted.some(({ step }) => hasFeelings(step))) return undefined;
    const last = this.feel;
    const same =
      last !== undefined &&
      changes.marks.size === 0 &&
      last.gradient === gradient &&
      last.columns.length === wanted.length &&
      wanted.every((column, index) => sameFeelings(column, last.columns[index]));
    if (same) return last.lane;
    const drawn = feelLane(wanted, context, gradient);
    const lane = { ...drawn, nodes: this.kept('feels', drawn.nodes) };
    this.feel = { columns: wanted, gradient, lane };
    return lane;
  }
}

/** A plan that invites to write more only where that of the whole map does. */
function withInvitation({ invitation: _, ...plan }: Plan, { invitation }: Plan): Plan {
  return invitation ? { ...plan, invitation } : plan;
}

/** Which steps are folded: those that the view folds, and those of the stages that the reader folded. */
function foldsOf({ map, folds }: Plan, { folded }: Context): Plan['folds'] {
  if (!folded?.size) return folds;
  const shut = new Set(map.stages.filter(({ id }) => folded.has(id)).flatMap(({ steps }) => steps));
  return (step) => shut.has(step) || folds?.(step) === true;
}

function sameFeelings(a: FeelColumn, b: FeelColumn | undefined): boolean {
  if (b === undefined || a.x !== b.x || a.width !== b.width || a.quiet !== b.quiet || a.unseen !== b.unseen) return false;
  if (a.step === b.step) return true;
  const said = ({ step: { hypothesis, feelings, moments, absent }, before }: FeelColumn) => [hypothesis, feelings, moments, absent, before];
  return equal(said(a), said(b));
}

/** Where there is no step: what to write. */
function emptyRegion(text: string, y: number, width: number, context: Context): Region {
  const { theme } = context;
  const above = 8;
  const words = paragraph(context, 'text', text, styles.body(theme.muted));
  const look = { rx: 10, fill: 'none', stroke: theme.owner.external.stroke, 'stroke-dasharray': '5 4' };
  const piece = boxed(padded(words, { left: 24, right: 24, top: 36, bottom: 36 }), (x, top, wide, height) => [
    rect('place', x + 0.5, top + 0.5, wide - 1, height - 1, look),
  ]);
  const laid = piece.lay(0, above, width);
  return { key: 'empty', x: page.margin, y, width, height: laid.height + above, children: laid.nodes };
}
