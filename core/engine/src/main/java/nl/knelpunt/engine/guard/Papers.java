package nl.knelpunt.engine.guard;

import nl.knelpunt.engine.oversight.RacAdvice;
import nl.knelpunt.engine.oversight.RacRequest;
import nl.knelpunt.engine.result.Provision;
import nl.knelpunt.engine.rights.RightsRequest;
import nl.knelpunt.engine.sharing.CorrectionNotice;
import nl.knelpunt.engine.sharing.CorrectionProposal;
import nl.knelpunt.engine.sharing.DataRequest;

/**
 * What lies beside a dossier and is loaded where an act concerns it. Each is null where it is not there.
 *
 * @param provision that the act concerns
 * @param overdue a provision to the same recipient whose feedback is overdue (G38)
 * @param request of a data subject that the act concerns
 * @param advice of the RAC that the act refers to
 * @param dataRequest that the act concerns
 * @param correction proposal to correct a datum that the act concerns
 * @param notice of a correction that the act concerns
 * @param racRequest to the RAC that the act concerns
 */
public record Papers(
        Provision provision,
        Provision overdue,
        RightsRequest request,
        RacAdvice advice,
        DataRequest dataRequest,
        CorrectionProposal correction,
        CorrectionNotice notice,
        RacRequest racRequest) {

    public static final Papers NONE = new Papers(null, null, null, null, null, null, null, null);

    public Papers with(Provision loaded, Provision overdueOne) {
        return new Papers(loaded, overdueOne, request, advice, dataRequest, correction, notice, racRequest);
    }

    public Papers with(RightsRequest loaded) {
        return new Papers(provision, overdue, loaded, advice, dataRequest, correction, notice, racRequest);
    }

    public Papers with(RacAdvice loaded) {
        return new Papers(provision, overdue, request, loaded, dataRequest, correction, notice, racRequest);
    }

    public Papers with(DataRequest loaded) {
        return new Papers(provision, overdue, request, advice, loaded, correction, notice, racRequest);
    }

    public Papers with(CorrectionProposal loaded) {
        return new Papers(provision, overdue, request, advice, dataRequest, loaded, notice, racRequest);
    }

    public Papers with(CorrectionNotice loaded) {
        return new Papers(provision, overdue, request, advice, dataRequest, correction, loaded, racRequest);
    }

    public Papers with(RacRequest loaded) {
        return new Papers(provision, overdue, request, advice, dataRequest, correction, notice, loaded);
    }
}
