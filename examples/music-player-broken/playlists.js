"use strict";
/** The listener's playlists, kept in this browser. Emits "change" after every edit. */
class Playlists extends EventTarget {
  static #KEY = "music-player.playlists";
  #lists;

  constructor() {
    super();
    this.#lists = Playlists.#read();
  }

  /** `[{id, name, tracks: [trackId]}]`, in the order they were made. */
  get all() {
    return this.#lists;
  }

  find(id) {
    return this.#lists.find((list) => list.id === id) ?? null;
  }

  create(name) {
    const list = { id: `list-${Date.now().toString(36)}-${this.#lists.length}`, name, tracks: [] };
    this.#save([...this.#lists, list]);
    return list;
  }

  remove(id) {
    this.#save(this.#lists.filter((list) => list.id !== id));
  }

  add(id, track) {
    this.#edit(id, (tracks) => (tracks.includes(track) ? tracks : [...tracks, track]));
  }

  drop(id, track) {
    this.#edit(id, (tracks) => tracks.filter((other) => other !== track));
  }

  /** Moves a track to another place; a place outside the list changes nothing. */
  move(id, track, to) {
    this.#edit(id, (tracks) => {
      if (to < 0 || to >= tracks.length || !tracks.includes(track)) return tracks;
      const others = tracks.filter((other) => other !== track);
      return [...others.slice(0, to), track, ...others.slice(to)];
    });
  }

  #edit(id, change) {
    this.#save(this.#lists.map((list) => (list.id === id ? { ...list, tracks: change(list.tracks) } : list)));
  }

  #save(lists) {
    this.#lists = lists;
    try {
      localStorage.setItem(Playlists.#KEY, JSON.stringify(lists));
    } catch {
      // A sandbox may forbid storage: the lists then last as long as the page.
    }
    this.dispatchEvent(new Event("change"));
  }

  static #read() {
    try {
      const stored = JSON.parse(localStorage.getItem(Playlists.#KEY) ?? "[]");
      return stored.filter(
        (list) => typeof list.id === "string" && typeof list.name === "string" && Array.isArray(list.tracks),
      );
    } catch {
      return [];
    }
  }
}
