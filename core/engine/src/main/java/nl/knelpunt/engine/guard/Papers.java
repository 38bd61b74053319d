package nl.knelpunt.engine.guard;

import nl.knelpunt.engine.oversight.RacAdvice;
import nl.knelpunt.engine.oversight.RacRequest;
import nl.knelpunt.engine.plan.Intervention;
import nl.knelpunt.engine.result.Provision;
import nl.knelpunt.engine.rights.RightsRequest;

/**
 * What lies beside a dossier and is loaded where an act concerns it. Each is null where it is not there.
 *
 * @param provision that the act concerns
 * @param overdue a provision to the same recipient whose feedback is overdue (G38)
 * @param request of a data subject that the act concerns
 * @param advice of the RAC that the act refers to
 * @param racRequest to the RAC that the act concerns
 * @param intervention that the act concerns
 */
public record Papers(
        Provision provision,
        Provision overdue,
        RightsRequest request,
        RacAdvice advice,
        RacRequest racRequest,
        Intervention intervention) {

    public static final Papers NONE = new Papers(null, null, null, null, null, null);

    public Papers with(Provision loaded, Provision overdueOne) {
        return new Papers(loaded, overdueOne, request, advice, racRequest, intervention);
    }

    public Papers with(RightsRequest loaded) {
        return new Papers(provision, overdue, loaded, advice, racRequest, intervention);
    }

    public Papers with(RacAdvice loaded) {
        return new Papers(provision, overdue, request, loaded, racRequest, intervention);
    }

    public Papers with(RacRequest loaded) {
        return new Papers(provision, overdue, request, advice, loaded, intervention);
    }

    public Papers with(Intervention loaded) {
        return new Papers(provision, overdue, request, advice, racRequest, loaded);
    }
}
