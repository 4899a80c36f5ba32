"use strict";
/** Turns a written track (chord names and a melody) into timed notes. No sound is made here. */
const Score = (() => {
  const STEPS = { C: 0, D: 2, E: 4, F: 5, G: 7, A: 9, B: 11 };

  /** "F#5" → frequency in Hz; A4 is 440. */
  function frequency(name) {
    const [, letter, sharp, octave] = /^([A-G])(#?)(\d)$/.exec(name);
    const semitone = STEPS[letter] + (sharp ? 1 : 0) + (Number(octave) - 4) * 12 - 9;
    return 440 * 2 ** (semitone / 12);
  }

  /** "Am" → the three frequencies of the chord, root in the third octave. */
  function chord(name) {
    const [, root, minor] = /^([A-G]#?)(m?)$/.exec(name);
    const base = frequency(`${root}3`);
    return [0, minor ? 3 : 4, 7].map((step) => base * 2 ** (step / 12));
  }

  function melody(text) {
    let beat = 0;
    return text.split(" ").flatMap((part) => {
      const [name, beats] = part.split(":");
      const at = beat;
      beat += Number(beats);
      return name === "-" ? [] : [{ beat: at, beats: Number(beats), hz: frequency(name), voice: "lead" }];
    });
  }

  function accompaniment(track) {
    const bar = track.beats_per_bar;
    return track.chords.flatMap((name, index) => {
      const [root, third, fifth] = chord(name);
      const start = index * bar;
      const arpeggio = [root, third, fifth, third].slice(0, bar);
      return [
        { beat: start, beats: bar, hz: root / 2, voice: "bass" },
        ...arpeggio.map((hz, step) => ({ beat: start + step, beats: 1, hz: hz * 2, voice: "pluck" })),
      ];
    });
  }

  /** A track → `{seconds, notes: [{at, seconds, hz, voice}]}`, notes ordered by time. */
  function write(track) {
    const beat = 60 / track.tempo;
    const verse = track.chords.length * track.beats_per_bar;
    const once = [...melody(track.melody), ...accompaniment(track)];
    const notes = [];
    for (let round = 0; round < track.repeats; round += 1) {
      for (const note of once) {
        notes.push({
          at: (note.beat + round * verse) * beat,
          seconds: note.beats * beat,
          hz: note.hz,
          voice: note.voice,
        });
      }
    }
    notes.sort((a, b) => a.at - b.at);
    return { seconds: verse * track.repeats * beat, notes };
  }

  return { write };
})();
