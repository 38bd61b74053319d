package nl.knelpunt.benchmarks.guard;

import java.util.List;
import nl.knelpunt.engine.dossier.Datum;
import nl.knelpunt.engine.guard.Facts;
import nl.knelpunt.engine.guard.Guard;

/** The guard itself, with all its rules: everything here that depends on how it is called. */
final class KnelpuntGuard implements Contestant {

    private final String name;
    private final List<Facts> acts;

    KnelpuntGuard(String name, List<Facts> acts) {
        this.name = name;
        this.acts = acts;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public boolean permits(int act) {
        return permits(acts.get(act));
    }

    static boolean permits(Facts facts) {
        return Guard.decide(facts).isPermit();
    }

    /** As a reading asks of each datum that it shows. */
    static boolean permits(Facts facts, Datum datum) {
        return permits(facts.withData(List.of(datum)));
    }
}
