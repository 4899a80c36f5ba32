package org.metalayer.agent.setup;

import java.util.List;
import java.util.random.RandomGenerator;
import org.metalayer.protocol.ModuleId;
import org.metalayer.protocol.ModuleName;

/**
 * Who a stick is that nobody has named.
 *
 * @param id 50 random bits: no two sticks of a fleet choose the same
 * @param name two words to tell it from its neighbours by; others may have the same
 */
public record FreshName(ModuleId id, ModuleName name) {

    private static final String BASE32 = "abcdefghijklmnopqrstuvwxyz234567";
    private static final int LENGTH = 10;

    private static final List<String> COLOURS =
            words(
                    """
                    Amber Azure Black Blue Bright Bronze Brown Copper Coral Crimson Emerald Golden
                    Green Grey Indigo Ivory Jade Lilac Maroon Olive Orange Pearl Pink Purple Red
                    Ruby Scarlet Silver Turquoise Violet White Yellow\
                    """);

    private static final List<String> ANIMALS =
            words(
                    """
                    Albatross Badger Beaver Bison Crane Curlew Deer Dolphin Dove Eagle Egret Falcon
                    Ferret Finch Fox Gecko Goose Hare Hawk Hedgehog Heron Ibex Ibis Jackdaw Kestrel
                    Kingfisher Kiwi Koala Lark Lemur Lynx Magpie Marmot Marten Mole Moose Newt
                    Nightingale Ocelot Octopus Oriole Osprey Otter Owl Panda Pelican Penguin Plover
                    Puffin Quail Rabbit Raven Robin Salmon Seal Sparrow Squirrel Stork Swallow Swan
                    Tern Turtle Walrus Wren\
                    """);

    /** Chooses one. */
    public static FreshName choose(RandomGenerator random) {
        StringBuilder id = new StringBuilder("usb_");
        for (int n = 0; n < LENGTH; n++) {
            id.append(BASE32.charAt(random.nextInt(BASE32.length())));
        }
        return new FreshName(
                new ModuleId(id.toString()),
                new ModuleName(one(COLOURS, random) + " " + one(ANIMALS, random)));
    }

    private static String one(List<String> words, RandomGenerator random) {
        return words.get(random.nextInt(words.size()));
    }

    private static List<String> words(String text) {
        return List.of(text.split("\\s+"));
    }
}
