package nl.knelpunt.benchmarks.guard;

/** Something that decides on acts whose facts it was given beforehand, in the form that suits it best. */
interface Contestant {

    String name();

    /** Whether an act is permitted, by its number. */
    boolean permits(int act);
}
