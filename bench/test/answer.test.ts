import { describe, expect, it } from 'vitest';
import { canonical, named, plainAnswer } from '../answer.ts';

describe('answers of two contestants', () => {
  it('are the same when only the ways of giving them differ', () => {
    const ours = {
      answer: { id: 'e', places: { edges: [{ precisionCode: 1, node: { id: 'p' } }] }, claims: { edges: [{ node: { id: 'c', report: null } }] } },
    };
    const peer = { answer: [{ claims: [{ report: [], id: 'c' }], places: { edges: [{ properties: { precisionCode: 1 }, node: { id: 'p' } }] }, id: 'e' }] };

    expect(plainAnswer(ours, true)).toEqual({ id: 'e', places: [{ id: 'p', precisionCode: 1 }], claims: [{ id: 'c', report: null }] });
    expect(canonical(plainAnswer(peer, true))).toBe(canonical(plainAnswer(ours, true)));
  });

  it('differ when a list has another order, or one more', () => {
    const one = { answer: { edges: [{ node: { id: 'a' } }, { node: { id: 'b' } }] } };

    expect(canonical(plainAnswer({ answer: [{ id: 'b' }, { id: 'a' }] }, false))).not.toBe(canonical(plainAnswer(one, false)));
    expect(canonical(plainAnswer({ answer: [{ id: 'a' }, { id: 'b' }, { id: 'c' }] }, false))).not.toBe(canonical(plainAnswer(one, false)));
  });

  it('are null where the entity is not there, and empty where the list is', () => {
    expect([plainAnswer({ answer: [] }, true), plainAnswer({ answer: null }, true), plainAnswer({ answer: [] }, false)]).toEqual([null, null, []]);
  });
});

describe('the values of a hand-written statement', () => {
  it('get their names, however deep', () => {
    const shape = ['id', ['claims', ['id', ['claimant', ['id', 'name']]]]] as const;

    expect(
      named(shape, [
        'e',
        [
          ['c1', ['g', 'SOHR']],
          ['c2', null],
        ],
      ]),
    ).toEqual({
      id: 'e',
      claims: [
        { id: 'c1', claimant: { id: 'g', name: 'SOHR' } },
        { id: 'c2', claimant: null },
      ],
    });
    expect(named(shape, ['e', []])).toEqual({ id: 'e', claims: [] });
  });
});
