import type { JourneyMap } from '../../src/map/model.ts';
import { mapsOf } from '../language/facts.ts';

/** Maps that are hard to draw, each for a reason that is its name. */

const long = 'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft';
const shared = `
persona Vera "Vera Cruz"
  role "HR adviser"
  quote "I just want it to work."
team Desk
team Carrier external
channel Phone phone
channel Web web`;

const times = (count: number, line: (index: number) => string) => Array.from({ length: count }, (_, index) => line(index)).join('\n');

const texts: Record<string, string> = {
  'a stage of 40 steps': `${shared}
journey "Forty steps in one stage" for Vera
stage Only
  goal "All in one"
${times(40, (at) => `step s${at} "Step number ${at + 1}"\ndoes "Does this and that"\nfeels ${((at * 3) % 5) - 2} "so"\ntouchpoint T${at % 7} via Web owner Desk`)}`,
  '30 stages': `${shared}
journey "Thirty stages" for Vera
${times(30, (at) => `stage S${at} "Stage ${at + 1}"\ngoal "What she wants in this stage"\nstep t${at} "Step ${at + 1}"\nfeels ${((at * 3) % 5) - 2} "fine"`)}`,
  'a step with 20 touchpoints': `${shared}
journey "Twenty touchpoints" for Vera
stage A
  step one "A busy step"
    feels 1 "busy"
${times(20, (at) => `touchpoint "Contact ${at + 1}" via Phone owner Desk`)}
  step two "A quiet one"
    feels -1 "calm"`,
  'many cards of every kind': `${shared}
journey "Many cards" for Vera
stage A "Where all is at once"
  step one "Much at once"
    does "Takes all of it in"
    feels -1 "swamped"
${times(13, (at) => `touchpoint "${at % 3 === 0 ? 'A contact with a name that takes more than one line' : 'Contact'} ${at + 1}" via Phone owner Desk`)}
    silence "No word of what comes next"
${times(8, (at) => `pain "What is hard, number ${at + 1}" severity ${['low', 'medium', 'high'][at % 3]}`)}
${times(9, (at) => `opportunity "What could be better, number ${at + 1}" impact high effort low`)}
stage B
  step two "Little"
    feels 1 "calm"
    touchpoint Letter owner Carrier`,
  'a word of 80 letters everywhere': `
persona P "${long}"
  role "${long}"
  quote "${long}"
journey "${long}" for P
  goal "${long}"
stage A "${long}"
  goal "${long}"
  step one "${long}"
    does "${long}"
    thinks "${long}"
    feels 1 "${long}"
    touchpoint "${long}" via Phone owner "${long}"
    moment truth "${long}"
    pain "${long}" severity high
    opportunity "${long}" impact high effort low
      action "${long}" owner "${long}" ticket "${long}"
  step two "Two"
    feels -2 "${long}"
    backstage "${long}" by "${long}" using "${long}"
    handoff from "${long}" to Desk "${long}" after 2d
    leads to one when "${long}"`,
  'stages without a step': `journey "Nothing yet"\nstage A\nstage B "Be served"`,
  'one step': `${shared}
journey "One step" for Vera
  step a "Call"
    feels 1 "glad"
    touchpoint Hotline via Phone owner Desk`,
  'no feelings': `${shared}
journey "No feelings" for Vera
stage A
  step a "Call"
    moment truth "It decides"
    moment delight
    touchpoint Hotline via Phone owner Desk
  step b "Wait"
    pain "Nothing happens" severity high
  step c "End"`,
  'no persona': `
journey "No persona"
  goal "Be done"
stage A
  step a "Call"
    feels 1 "glad"
  step b "Wait"
    feels -1
  step c "End"
    feels 2 "happy"`,
  'a persona with a long name': `
persona L "Maria Aurelia Konstantina von Hohenlohe-Waldenburg-Schillingsfürst"
  role "Deputy head of the regional office for disability insurance"
  segment "Civil servants with a long title"
  quote "I have been called many things, and most of them did not fit on a form of any kind."
journey "A persona with a long name" for L
  type current
  goal "To be called by her name"
stage A
  step a "Call"
    feels 1 "glad"
  step b "End"
    feels 2 "happy"`,
  '5 personas': `
${['Ana Alves', 'Ben Bauer', 'Cho Min-ji', 'Dia Diallo', 'Eve Evans'].map((name) => `persona ${name.slice(0, 3)} "${name}"\nrole "Role of ${name}"`).join('\n')}
journey "Five personas" for Ana, Ben, Cho, Dia, Eve
  type current
stage A "First"
${times(3, (at) => `step s${at} "Step ${at + 1}"\n${['Ana', 'Ben', 'Cho', 'Dia', 'Eve'].map((name, index) => `feels ${name} ${((at * (index + 1) + index + 1) % 5) - 2} "${['fine', 'puzzled', 'in good hands', 'let down', 'curious'][index]}"`).join('\n')}`)}
stage B "Second"
${times(3, (at) => `step t${at} "Later step ${at + 1}"\nfeels ${at - 1} "together"`)}`,
  'folded steps at both ends, of several personas': `
persona Ana "Ana Alves"
persona Ben "Ben Bauer"
journey "Ends" for Ana, Ben
stage A
  step a "First"
    feels Ana -1
    feels Ben 1
  step b "Decides"
    feels Ana 2
    absent Ben
    moment truth "Here"
  step c "Alone"
    absent Ana
    feels Ben -2
  step d "Last"
    feels Ana 2
    absent Ben`,
};

export const hardMaps: Readonly<Record<string, JourneyMap>> = Object.fromEntries(
  Object.entries(texts).map(([name, text]) => [name, mapsOf(text)[0] as JourneyMap]),
);
