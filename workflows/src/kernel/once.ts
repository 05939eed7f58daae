/** A pure question about an event asked once, although the keys and each document of the event ask it again. */
export const once = <E extends object, R>(answer: (event: E) => R): ((event: E) => R) => {
  const known = new WeakMap<E, { readonly answer: R }>();

  return (event) => {
    const before = known.get(event);
    if (before !== undefined) return before.answer;
    const after = answer(event);
    known.set(event, { answer: after });

    return after;
  };
};
