package nl.knelpunt.engine.guard;

/**
 * What a RIEC may decide for itself within the law.
 *
 * @param quorum part of the designated participants that must have voted; more than this
 * @param majority part of the votes for or against that must be for; more than this
 * @param draftDays after which a draft that was not reported is destroyed
 */
public record Policy(double quorum, double majority, int draftDays) {

    public static final Policy DEFAULT = new Policy(0.5, 0.5, 30);

    public Policy {
        if (!(quorum >= 0 && quorum < 1)) {
            throw new IllegalArgumentException("quorum is a part, from 0 up to but not including 1");
        }
        if (!(majority >= 0 && majority < 1)) {
            throw new IllegalArgumentException("majority is a part, from 0 up to but not including 1");
        }
        if (draftDays < 1 || draftDays > 365) {
            throw new IllegalArgumentException("draftDays is a number of days from 1 to 365");
        }
    }
}
