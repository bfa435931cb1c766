import { builder } from '../builder.ts';
import type { Context } from '../context.ts';
import type { Values } from '../entity/draft.ts';
import { newId } from '../ids.ts';
import { type Editing, edited, editingArgs, type Making, makingArgs, sameVersion } from '../write/edit.ts';
import { inputOf } from '../write/inputs.ts';
import { mutate } from '../write/mutate.ts';
import { mayFail, mutation } from '../write/mutations.ts';
import { nothing } from '../write/plan.ts';
import { storedValues } from '../write/properties.ts';
import { byId } from '../write/refs.ts';
import { settle } from '../write/settle.ts';
import { viewInput } from './input.ts';
import { View, ViewType } from './ref.ts';

const SaveViewInput = inputOf('SaveViewInput', 'A view to be kept under a name.', () => viewInput.properties);
const UpdateViewInput = inputOf('UpdateViewInput', 'What is to be another of a saved view: what is left out stays, null takes away.', () =>
  Object.fromEntries(Object.entries(viewInput.properties).map(([name, { type, description }]) => [name, { type, description }])),
);

interface Deleted {
  readonly id: string;
  readonly name: string;
}

const DeletedViewType = builder.objectRef<Deleted>('DeletedView').implement({
  description: 'A saved view that is kept no more. Its history keeps it, and undoing brings it back.',
  fields: (t) => ({
    id: t.exposeID('id', { description: 'The id it had.' }),
    name: t.exposeString('name', { description: 'What it was called.' }),
  }),
});

interface Deleting {
  readonly id: string;
  readonly idempotencyKey?: string | null;
}

mutation<Making, View>('saveView', {
  description: 'Keeps a view under a name: the address of one of the pages under `/view/`, with all of its state.',
  type: ViewType,
  fails: mayFail.make,
  args: makingArgs(SaveViewInput, 'What to keep.'),
  resolve: saveView,
});

mutation<Editing, View>('updateView', {
  description: 'Changes the name, the description or the state of a saved view. What was there before stays in its history.',
  type: ViewType,
  fails: mayFail.refer,
  args: editingArgs(UpdateViewInput),
  resolve: updateView,
});

mutation<Deleting, Deleted>('deleteView', {
  description: 'Keeps a saved view no longer. What it showed stays as it is.',
  type: DeletedViewType,
  fails: mayFail.refer,
  args: (arg) => ({ id: arg.id({ required: true, description: 'Its id.' }) }),
  resolve: deleteView,
});

function saveView({ input, idempotencyKey }: Making, context: Context): Promise<View> {
  const values = storedValues(viewInput, input, ['input']);
  return mutate(context, {
    name: 'saveView',
    given: { input },
    idempotencyKey,
    plan: nothing,
    decide: (_, { at, by }) => {
      const id = newId('View');
      const after = { ...values, savedAt: at, keys: [], recordedAt: at, recordedBy: by, updatedAt: at };
      return { changes: [{ entity: id, before: null, after }], answer: (all) => viewOf(all.get(id)) };
    },
  });
}

function updateView({ id, input, ifVersion, idempotencyKey }: Editing, context: Context): Promise<View> {
  const { plan } = byId(id, ['View'], ['id'], true);
  const values = storedValues(viewInput, input, ['input']);
  return mutate(context, {
    name: 'updateView',
    given: { id, input, ifVersion },
    idempotencyKey,
    plan,
    decide: (looked, stamp) => {
      settle(plan, looked, stamp);
      const now = looked.entities.get(id) ?? {};
      sameVersion({ id, ifVersion }, now);
      return {
        changes: edited(id, now, values, stamp.at),
        answer: (all) => viewOf(all.get(id)),
      };
    },
  });
}

function deleteView({ id, idempotencyKey }: Deleting, context: Context): Promise<Deleted> {
  const { plan } = byId(id, ['View'], ['id'], true);
  return mutate(context, {
    name: 'deleteView',
    given: { id },
    idempotencyKey,
    plan,
    decide: (looked, stamp) => {
      settle(plan, looked, stamp);
      const { name, description, address, unlisted, savedAt, keys, recordedAt, recordedBy, updatedAt } = looked.entities.get(id) ?? {};
      const before = { name, description, address, unlisted, savedAt, keys, recordedAt, recordedBy, updatedAt };
      return { changes: [{ entity: id, before, after: null }], answer: () => ({ id, name: String(name) }) };
    },
  });
}

/** A view as a read would give it. */
function viewOf(properties: Values = {}): View {
  return View.parse(Object.fromEntries(Object.keys(View.shape).map((name) => [name, properties[name] ?? null])));
}
