import { around, findAll } from './dom.ts';

/** Menus close when something else is pointed at, and by Escape, which gives the keyboard back to what opened them. */
export function closeMenus(): void {
  const open = () => findAll('details.menu[open]', HTMLDetailsElement);
  document.addEventListener('click', (event) => {
    const inside = around(event, 'details.menu', HTMLDetailsElement);
    for (const menu of open()) if (menu !== inside) menu.open = false;
  });
  document.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape') return;
    for (const menu of open()) {
      menu.open = false;
      menu.querySelector('summary')?.focus();
    }
  });
}
