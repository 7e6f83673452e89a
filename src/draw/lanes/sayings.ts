import type { Saying } from '../../map/model.ts';
import type { Context } from '../context.ts';
import { element } from '../marks.ts';
import { type Piece, stack } from '../piece.ts';
import { styles } from '../styles.ts';
import { paragraph } from '../text.ts';
import type { Lane } from './lane.ts';

const most = 8;

/** A saying as text: in quotes where it is somebody's words, slanted where it is only thought, with the name where it is one persona's. */
export function said(context: Context, saying: Saying, how: 'plain' | 'spoken' | 'thought'): Piece {
  const { strings, theme } = context;
  const text = how === 'plain' ? saying.text : strings.quote(saying.text);
  const named = saying.persona !== undefined && context.personas.length > 1;
  const person = named ? (context.personas.find((persona) => persona.name === saying.persona)?.title ?? saying.persona) : undefined;
  const style = how === 'thought' ? styles.quote : styles.body;
  return paragraph(context, 'text', person === undefined ? text : strings.by(person, text), style(theme.muted), { most });
}

function lane(key: 'says' | 'thinks' | 'sees' | 'hears', how: 'plain' | 'spoken' | 'thought'): Lane {
  return {
    key,
    holds: 'text',
    step(step, context) {
      const sayings = step[key];
      if (sayings.length === 0) return undefined;
      return stack(
        sayings.map((saying) => element(context, saying.id, said(context, saying, how), 'gutter')),
        6,
      );
    },
  };
}

export const sayings: Lane[] = [lane('thinks', 'thought'), lane('says', 'spoken'), lane('sees', 'plain'), lane('hears', 'plain')];
