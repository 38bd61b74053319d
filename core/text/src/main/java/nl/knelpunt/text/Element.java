package nl.knelpunt.text;

/** A part of a rule. */
sealed interface Element {

    /**
     * An entry of one of these lists.
     *
     * @param optional may be missing
     */
    record Words(int[] lists, boolean optional) implements Element {}

    /**
     * Words of no importance.
     *
     * @param most how many at most
     * @param without list of which none may be among them; -1 for none
     */
    record Gap(int most, int without) implements Element {}

    /** A part of the sentence ends here. */
    record End() implements Element {}
}
