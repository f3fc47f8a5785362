import { riskFactorNames } from '#domain/record/risk.ts';
import { agreementLevels, noticeTos, parties, recordReasons } from '#domain/record/words.ts';
import { items } from '#domain/rules/items.ts';
import { extensionNeeds, groups, restrictions, years, type Rule } from '#domain/rules/kinds.ts';

const outside = (known: readonly string[], used: readonly string[]): readonly string[] =>
  used.filter((word) => !known.includes(word));

function ofKind(rule: Rule): readonly string[] {
  switch (rule.kind) {
    case 'agreement':
      return [
        ...outside(parties, [rule.party]),
        ...outside(agreementLevels, [rule.level]),
        ...(rule.title === '' ? ['title'] : []),
      ];
    case 'demand':
      return outside(Object.keys(items), rule.anyOf);
    case 'extension':
      return outside(extensionNeeds, rule.needs);
    case 'hours':
      return outside(years, Object.keys(rule.taught));
    case 'reasons':
      return outside(recordReasons, [...(rule.allowed ?? []), ...rule.questioned]);
    case 'restriction':
      return outside(restrictions, [rule.only]);
    case 'risk':
      return outside(riskFactorNames, rule.factors);
    case 'tell':
      return [
        ...outside(noticeTos, [rule.to]),
        ...outside(['decision', 'meeting', 'start', 'change', 'end', 'half-term', 'term'], [rule.due.from]),
        ...(rule.channel === '' ? ['channel'] : []),
      ];
    case 'review':
    case 'duration':
    case 'targets':
    case 'contact':
    case 'code':
    case 'look-back':
    case 'share':
      return [];
  }
}

/** Words of a rule’s data that no list of the record has. */
export const unknownWords = (rule: Rule): readonly string[] => [
  ...ofKind(rule),
  ...('group' in rule && rule.group !== undefined ? outside(groups, [rule.group]) : []),
];
