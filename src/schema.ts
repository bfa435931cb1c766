import { builder } from './builder.ts';
import './scalars.ts';
import './entity/type.ts';
import './source/type.ts';
import './group/type.ts';
import './community/type.ts';
import './place/type.ts';
import './person/type.ts';
import './report/type.ts';
import './event/type.ts';
import './claim/type.ts';
import './assessment/type.ts';
import './dyad/type.ts';
import './record/type.ts';
import './entity/roots.ts';
import './link/roots.ts';
import './neighbourhood/roots.ts';
import './path/roots.ts';
import './search/roots.ts';
import './who-reported/roots.ts';
import { addRelationshipFields } from './link/fields.ts';

addRelationshipFields();

export const schema = builder.toSchema();
