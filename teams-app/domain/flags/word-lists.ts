// Words that ask for a second look. None of them proves anything: a finding quotes them and asks.

/** F13: words of managing behaviour, of sanctions, of the school's own convenience (WTISA, DDAT:49, WAR:34, WAR:81). */
export const behaviourWords: readonly string[] = [
  'behaviou?r management',
  'manag\\w* (?:\\w+ ){0,3}behaviou?rs?',
  '(?:anti-?social|challenging|difficult|disruptive|negative|poor|unacceptable|violent|aggressive)(?: and \\w+)? behaviou?rs?',
  'behaviou?r (?:policy|points|contract|log)',
  'misbehav\\w+',
  'disrupt(?:s|ed|ing|ion)',
  'sanction(?:s|ed)?',
  'punish\\w*',
  'cool(?:ing)?[ -]off',
  'calm down at home',
  'staff(?:ing)? (?:shortage|absence|levels|capacity)',
  'short of staff',
  'not enough staff',
  'no (?:teaching assistant|one[ -]to[ -]one|1:1) (?:is )?available',
  'give (?:the )?(?:staff|class|teacher|other pupils) a (?:break|rest)',
  'respite for (?:the )?(?:staff|school|class)',
  'prepar\\w* (?:ourselves |the school )?for (?:his|her|their|the) (?:full-time )?admission',
  'until (?:a|another) (?:place|school) is found',
];

/** F17: words of pressure on parents, or of a parent who does not agree (WAR:71, CAM:267). */
export const pressureWords: readonly string[] = [
  '(?:otherwise|or) (?:\\w+ ){0,4}(?:be|is|gets?) (?:permanently )?excluded',
  'threat(?:s|en\\w*)?',
  'only (?:option|choice|way)',
  'no (?:other )?(?:option|choice|alternative)',
  '(?:had|have) to (?:agree|sign|accept)',
  'made (?:me|us|to) (?:agree|sign)',
  'pressur\\w+',
  'forced',
  'insist(?:s|ed)?',
  "(?:do|did|does) ?(?:not|n[’']t) (?:really )?(?:agree|want|support)",
  'disagree\\w*',
  'not happy (?:with|about)',
  'unhappy (?:with|about)',
  'against (?:my|our|her|his|their) (?:wishes|will)',
  'told (?:me|us) (?:that )?(?:he|she|they|it) (?:must|had to|has to|have to|would be)',
];

/** F56: targets that only perfect behaviour meets (WAR:68). */
export const perfectionWords: readonly string[] = [
  'must not',
  'must never',
  'will never',
  'never again',
  'at all times',
  'no (?:more )?incidents?',
  'no (?:poor|negative|disruptive) behaviou?rs?',
  'without (?:any|a single) (?:incident|outburst|reminder)s?',
  'zero (?:incidents|tolerance)',
  'every single',
  'perfect(?:ly)?',
  '100 ?(?:%|per ?cent)',
  '(?:fully )?compl(?:y|iant|iance)',
];

/** Words by which somebody speaks of themselves. */
export const firstPerson: readonly string[] = [
  'I',
  "I[’']m",
  "I[’']d",
  "I[’']ve",
  "I[’']ll",
  'me',
  'my',
  'mine',
  'we',
  'our',
  'us',
];

/** F22: words by which somebody is spoken about. */
export const thirdPerson: readonly string[] = [
  'he',
  'she',
  'they',
  'his',
  'her',
  'him',
  'their',
  'them',
  'the pupil',
  'the child',
];

/** F22: a text that only points to another one. */
export const elsewhereWords: readonly string[] = ['see', 'refer to', 'as per', 'attached', 'as above', 'n/?a', 'none'];

/** One expression for a whole list, made once: any of the words, as whole words, in either case. */
export const anyOf = (words: readonly string[]): RegExp => new RegExp(`\\b(?:${words.join('|')})(?!\\w)`, 'i');
