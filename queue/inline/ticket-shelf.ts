import type { Ticket } from '../runner.ts';

/** Tickets by priority and then in the order in which they came, at most so many of them. */
export type TicketShelf = {
  readonly put: (ticket: Ticket) => void;
  readonly take: () => string | undefined;
  readonly size: () => number;
};

type Place = Ticket & { readonly turn: number };

/** A full shelf lets go of its last ticket: the record offers it again when there is room. */
export function createTicketShelf(room: number): TicketShelf {
  const places: Place[] = [];
  const byId = new Map<string, Place>();
  let turns = 0;

  const remove = (place: Place): void => {
    places.splice(indexFor(places, place), 1);
    byId.delete(place.id);
  };
  return {
    put: ({ id, priority }) => {
      const present = byId.get(id);
      if (present !== undefined && present.priority <= priority) return;
      if (present !== undefined) remove(present);
      turns += 1;
      const place: Place = { id, priority, turn: turns };
      places.splice(indexFor(places, place), 0, place);
      byId.set(id, place);
      const last = places.at(-1);
      if (places.length > room && last !== undefined) remove(last);
    },
    take: () => {
      const first = places.shift();
      if (first !== undefined) byId.delete(first.id);
      return first?.id;
    },
    size: () => places.length,
  };
}

/** Where a place stands or would stand, by halves. */
function indexFor(places: readonly Place[], { priority, turn }: Place): number {
  let low = 0;
  let high = places.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const place = places[middle];
    const isBefore =
      place !== undefined &&
      (place.priority < priority || (place.priority === priority && place.turn < turn));
    if (isBefore) low = middle + 1;
    else high = middle;
  }
  return low;
}
