import { derbyCity } from '#policies/derby-city.ts';
import { holdPolicy } from './support/hold-policy.ts';

holdPolicy(derbyCity, {
  'derby-city/parent': ['has the parent’s consent', 'F05'],
  'derby-city/notification': ['tells the city of every part-time timetable', 'F39'],
  'derby-city/education-welfare': ['is discussed with the named education welfare officer', 'F09'],
  'derby-city/plan': ['has a multi-agency plan'],
  'derby-city/time-limit': ['has a time limit', 'F01'],
  'derby-city/reasons': ['does not manage behaviour: a risk of exclusion is to be justified', 'F16'],
});
