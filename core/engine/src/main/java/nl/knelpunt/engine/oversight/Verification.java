package nl.knelpunt.engine.oversight;

/**
 * Whether the processing log is whole.
 *
 * @param records how many were read
 * @param firstBroken number of the first record that does not fit, null when all do
 * @param reason what is wrong with it, in English; null when nothing is
 */
public record Verification(long records, Long firstBroken, String reason) {

    public boolean isWhole() {
        return firstBroken == null;
    }
}
