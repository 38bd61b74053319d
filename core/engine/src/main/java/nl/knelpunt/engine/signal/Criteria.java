package nl.knelpunt.engine.signal;

/**
 * The reporter's explanation of the criteria of Bgs 2.16(1), each null until written.
 *
 * @param indications a: clear and objective indications of a link with organised crime
 * @param manifestation b: why it is the manifestation that was chosen
 * @param necessity c: why joint processing is necessary
 * @param jointApproach d: why several participants are expected to be needed
 * @param region e: why it concerns the region of this RIEC
 */
public record Criteria(
        String indications, String manifestation, String necessity, String jointApproach, String region) {

    public static final Criteria NONE = new Criteria(null, null, null, null, null);
}
