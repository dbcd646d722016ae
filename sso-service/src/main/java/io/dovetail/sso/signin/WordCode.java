package io.dovetail.sso.signin;

import java.security.SecureRandom;
import java.util.List;

/** Three short words by which a refused person and an administrator speak of the same sign-in. */
final class WordCode {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final List<String> WORDS = List.of(
            ("acorn amber apple april arrow basil beach berry birch bloom brave brick bridge brook cabin candle canoe"
                            + " cedar chalk cherry cloud clover comet copper coral cotton daisy delta drum eagle ember"
                            + " fable falcon feather fern field flint forest fox garden ginger glass gold grape hazel"
                            + " heron honey island ivory ivy jade kite lake lemon lilac linen maple meadow melon mint"
                            + " moon moss nectar north oak ocean olive onyx opal orchid otter paper pearl pepper pine"
                            + " plum pond poppy quartz quill raven reed river robin rose saffron sage sail sand silver"
                            + " sky slate snow sparrow spring star stone storm sugar summer sun tulip valley velvet"
                            + " violet walnut water wave willow winter wren yarn")
                    .split(" "));

    private WordCode() {}

    static String fresh() {
        return word() + "-" + word() + "-" + word();
    }

    private static String word() {
        return WORDS.get(RANDOM.nextInt(WORDS.size()));
    }
}
