/** The first element that a selector finds, if it is of that kind. */
export function find<T extends Element>(
  selector: string,
  kind: abstract new () => T,
  within: ParentNode = document,
): T | undefined {
  const found = within.querySelector(selector);
  return found instanceof kind ? found : undefined;
}

export function findAll<T extends Element>(
  selector: string,
  kind: abstract new () => T,
  within: ParentNode = document,
): readonly T[] {
  return [...within.querySelectorAll(selector)].filter((element): element is T => element instanceof kind);
}

/** The nearest element around an event's target that a selector finds. */
export function around<T extends Element>(
  event: Event,
  selector: string,
  kind: abstract new () => T,
): T | undefined {
  const found = event.target instanceof Element ? event.target.closest(selector) : null;
  return found instanceof kind ? found : undefined;
}

/** What a script shows with every request that changes something. */
export function formToken(): string {
  return document.querySelector('meta[name=form-token]')?.getAttribute('content') ?? '';
}

/** One sentence at the foot of the page, read out by screen readers; gone after a while. */
export function announce(text: string): void {
  const toast = find('.toast', HTMLElement);
  if (toast === undefined) return;
  toast.textContent = text;
  setTimeout(() => {
    if (toast.textContent === text) toast.textContent = '';
  }, 4000);
}

/** The sentence for a request that failed, where the server gave none. */
export function failureText(): string {
  return find('.toast', HTMLElement)?.dataset.failed ?? '';
}

/** Scrolls an element into its pane's view when it is outside of it; the page itself stays where it is. */
export function reveal(element: Element, pane: Element): void {
  const [inner, outer] = [element.getBoundingClientRect(), pane.getBoundingClientRect()];
  const margin = Math.min(60, outer.height / 4);
  if (inner.height === 0 && inner.width === 0) return;
  if (inner.top < outer.top + margin) pane.scrollTop += inner.top - outer.top - margin;
  else if (inner.bottom > outer.bottom - margin) {
    const above = Math.min(inner.bottom - outer.bottom + margin, inner.top - outer.top - margin);
    pane.scrollTop += above;
  }
  if (inner.left < outer.left || inner.right > outer.right)
    pane.scrollLeft += inner.left - outer.left - margin;
}
