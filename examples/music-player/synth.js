"use strict";
/** Plays single notes with WebAudio and lets others look at the sound. */
class Synth {
  #context = null;
  #master = null;
  #analyser = null;
  #sounding = new Set();
  #volume = 0.7;

  /** Browsers allow sound only after a gesture, so the audio context is made at the first play. */
  async wake() {
    if (!this.#context) this.#build();
    if (this.#context.state === "suspended") await this.#context.resume();
  }

  get now() {
    return this.#context ? this.#context.currentTime : 0;
  }

  set volume(value) {
    this.#volume = value;
    this.#master?.gain.setTargetAtTime(value, this.now, 0.03);
  }

  /** Fills `bytes` with the current spectrum; silence when nothing has been played yet. */
  spectrum(bytes) {
    if (this.#analyser) this.#analyser.getByteFrequencyData(bytes);
    else bytes.fill(0);
  }

  /** Sounds one note at an absolute time of the audio clock. */
  play(note, at, wave) {
    const shape = Synth.#SHAPES[note.voice];
    const oscillator = this.#context.createOscillator();
    const gain = this.#context.createGain();
    const end = at + note.seconds * shape.hold;
    oscillator.type = shape.wave ?? wave;
    oscillator.frequency.value = note.hz;
    gain.gain.setValueAtTime(0, at);
    gain.gain.linearRampToValueAtTime(shape.peak, at + shape.attack);
    gain.gain.setTargetAtTime(0, Math.max(at + shape.attack, end - shape.release), shape.release / 3);
    oscillator.connect(gain).connect(this.#master);
    oscillator.start(at);
    oscillator.stop(end + shape.release);
    this.#sounding.add(oscillator);
    oscillator.onended = () => this.#sounding.delete(oscillator);
  }

  silence() {
    for (const oscillator of this.#sounding) oscillator.stop();
    this.#sounding.clear();
  }

  #build() {
    this.#context = new AudioContext();
    this.#master = this.#context.createGain();
    this.#master.gain.value = this.#volume;
    this.#analyser = this.#context.createAnalyser();
    this.#analyser.fftSize = 128;
    const warmth = this.#context.createBiquadFilter();
    warmth.type = "lowpass";
    warmth.frequency.value = 2800;
    this.#master.connect(warmth).connect(this.#analyser).connect(this.#context.destination);
  }

  static #SHAPES = {
    lead: { peak: 0.2, attack: 0.02, release: 0.18, hold: 0.92 },
    pluck: { wave: "triangle", peak: 0.09, attack: 0.008, release: 0.3, hold: 0.6 },
    bass: { wave: "sine", peak: 0.24, attack: 0.04, release: 0.4, hold: 0.95 },
  };
}
