import { say, short } from '../message.ts';
import { journeysOf, personasOf } from '../names/facts.ts';
import { nameSpan, titleOf } from '../tree/node.ts';
import { optionOf, type Rule } from './rule.ts';

export const tooManyPersonas: Rule = {
  code: 'too-many-personas',
  severity: 'info',
  finds: 'more than 3 personas on one map',
  why: 'Each persona brings a curve, thoughts and pains. Beyond three the curves cross until nobody can follow one, and the map is about customers in general again.',
  example: {
    wrong: 'persona A\npersona B\npersona C\npersona D\njourney "Order" for A, B, C, D\n  goal "A laptop"\n',
    right:
      'persona A\npersona B\npersona C\npersona D\njourney "Order" for A, B, C\n  goal "A laptop"\njourney "Order from home" for D\n  goal "A laptop"\n',
  },
  fix: 'There is none: only you know whose journey differs enough for a map of its own.',
  hasNoFix: true,
  options: { personas: { default: 3, least: 1, about: 'how many personas one map may follow' } },
  *check(context) {
    const most = optionOf(context, tooManyPersonas, 'personas');
    for (const journey of journeysOf(context.document)) {
      const { length } = personasOf(journey);
      if (journey.implied || length <= most) continue;
      yield {
        node: journey,
        ...nameSpan(journey),
        message: say(
          '“{0}” follows {1} personas, more than the {2} whose curves one can tell apart. Give those whose way differs a journey of their own.',
          short(titleOf(journey)),
          length,
          most,
        ),
        fixes: [],
      };
    }
  },
};
