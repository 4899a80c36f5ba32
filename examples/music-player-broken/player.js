"use strict";
/** Plays a queue of tracks. Emits "change" when what is playing, or whether it plays, is new. */
class Player extends EventTarget {
  #synth;
  #queue = [];
  #index = 0;
  #score = null;
  #nextNote = 0;
  #startedAt = 0;
  #position = 0;
  #timer = null;

  /** Notes are handed to the audio clock this far ahead, so a busy page does not stutter. */
  static #AHEAD_SECONDS = 0.4;

  constructor(synth) {
    super();
    this.#synth = synth;
  }

  get track() {
    return this.#queue[this.#index] ?? null;
  }

  get playing() {
    return this.#timer !== null;
  }

  get length() {
    return this.#score?.seconds ?? 0;
  }

  get position() {
    return this.playing ? Math.max(0, this.#synth.now - this.#startedAt) : this.#position;
  }

  /** Sets what "next" and "previous" walk through; the current track goes on when it is in the queue. */
  load(queue) {
    const current = this.track;
    this.#queue = queue;
    const kept = current ? queue.findIndex((track) => track.id === current.id) : -1;
    if (kept >= 0) this.#index = kept;
    else this.#choose(0);
  }

  async open(id) {
    this.#choose(this.#queue.findIndex((track) => track.id === id));
    await this.play();
  }

  async play() {
    if (!this.track || this.playing) return;
    await this.#synth.wake();
    this.#startedAt = this.#synth.now - this.#position;
    this.#timer = setInterval(() => this.#pump(), 100);
    this.#pump();
    this.#changed();
  }

  pause() {
    if (!this.playing) return;
    this.#position = Math.min(this.position, this.length);
    this.#halt();
    this.#changed();
  }

  async toggle() {
    if (this.playing) this.pause();
    else await this.play();
  }

  async skip(step) {
    const wasPlaying = this.playing;
    this.#choose((this.#index + step + this.#queue.length) % this.#queue.length);
    if (wasPlaying) await this.play();
  }

  seek(seconds) {
    const target = Math.min(Math.max(seconds, 0), this.length);
    this.#synth.silence();
    this.#position = target;
    this.#startedAt = this.#synth.now - target;
    this.#nextNote = this.#score.notes.findIndex((note) => note.at >= target);
    if (this.#nextNote < 0) this.#nextNote = this.#score.notes.length;
    this.#changed();
  }

  #choose(index) {
    this.#halt();
    this.#index = Math.max(index, 0);
    this.#score = this.track ? Score.write(this.track) : null;
    this.#position = 0;
    this.#nextNote = 0;
    this.#changed();
  }

  #pump() {
    const notes = this.#score.notes;
    const until = this.position + Player.#AHEAD_SECONDS;
    while (this.#nextNote < notes.length && notes[this.#nextNote].at < until) {
      const note = notes[this.#nextNote];
      const at = Math.max(this.#startedAt + note.at, this.#synth.now);
      this.#synth.play(note, at, this.track.wave);
      this.#nextNote += 1;
    }
    if (this.position >= this.length) this.skip(1);
  }

  #halt() {
    clearInterval(this.#timer);
    this.#timer = null;
    this.#synth.silence();
  }

  #changed() {
    this.dispatchEvent(new Event("change"));
  }
}
