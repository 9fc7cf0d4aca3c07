import { isTrueFalse, store, stored } from './storage';

/** Whether single letters work as shortcuts. Readers who dictate can switch them off (WCAG 2.1.4). */
class Keys {
  #on = $state(stored('keys', true, isTrueFalse));

  get on(): boolean {
    return this.#on;
  }

  set on(on: boolean) {
    this.#on = on;
    store('keys', on ? null : false);
  }
}

export const keys = new Keys();
