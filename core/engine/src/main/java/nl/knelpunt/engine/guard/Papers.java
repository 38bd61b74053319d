package nl.knelpunt.engine.guard;

import nl.knelpunt.engine.analysis.Analysis;
import nl.knelpunt.engine.analysis.Selection;
import nl.knelpunt.engine.consultation.CaseMeeting;
import nl.knelpunt.engine.oversight.RacAdvice;
import nl.knelpunt.engine.oversight.RacRequest;
import nl.knelpunt.engine.plan.Intervention;
import nl.knelpunt.engine.result.Provision;
import nl.knelpunt.engine.retention.DestructionList;
import nl.knelpunt.engine.rights.RightsRequest;
import nl.knelpunt.engine.sharing.CorrectionNotice;
import nl.knelpunt.engine.sharing.CorrectionProposal;
import nl.knelpunt.engine.sharing.DataRequest;
import nl.knelpunt.engine.steering.Meeting;

/**
 * What lies beside a dossier and is loaded where an act concerns it. Each is null where it is not there.
 *
 * @param provision that the act concerns
 * @param overdue a provision to the same recipient whose feedback is overdue (G38)
 * @param request of a data subject that the act concerns
 * @param advice of the RAC that the act refers to
 * @param racRequest to the RAC that the act concerns
 * @param intervention that the act concerns
 * @param analysis that the act concerns, or the open one of the knelpunt
 * @param selection that the act concerns, if the actor may use it
 * @param meeting of the steering group that the act concerns, or on whose agenda stands what is decided
 * @param caseMeeting that the act concerns
 * @param dataRequest that the act concerns
 * @param correction proposal to correct a datum that the act concerns
 * @param notice of a correction that the act concerns
 * @param destruction list that the act concerns
 */
public record Papers(
        Provision provision,
        Provision overdue,
        RightsRequest request,
        RacAdvice advice,
        RacRequest racRequest,
        Intervention intervention,
        Analysis analysis,
        Selection selection,
        Meeting meeting,
        CaseMeeting caseMeeting,
        DataRequest dataRequest,
        CorrectionProposal correction,
        CorrectionNotice notice,
        DestructionList destruction) {

    public static final Papers NONE =
            new Papers(null, null, null, null, null, null, null, null, null, null, null, null, null, null);

    public Papers with(Provision loaded, Provision overdueOne) {
        return new Papers(
                loaded,
                overdueOne,
                request,
                advice,
                racRequest,
                intervention,
                analysis,
                selection,
                meeting,
                caseMeeting,
                dataRequest,
                correction,
                notice,
                destruction);
    }

    public Papers with(RightsRequest loaded) {
        return new Papers(
                provision,
                overdue,
                loaded,
                advice,
                racRequest,
                intervention,
                analysis,
                selection,
                meeting,
                caseMeeting,
                dataRequest,
                correction,
                notice,
                destruction);
    }

    public Papers with(RacAdvice loaded) {
        return new Papers(
                provision,
                overdue,
                request,
                loaded,
                racRequest,
                intervention,
                analysis,
                selection,
                meeting,
                caseMeeting,
                dataRequest,
                correction,
                notice,
                destruction);
    }

    public Papers with(RacRequest loaded) {
        return new Papers(
                provision,
                overdue,
                request,
                advice,
                loaded,
                intervention,
                analysis,
                selection,
                meeting,
                caseMeeting,
                dataRequest,
                correction,
                notice,
                destruction);
    }

    public Papers with(Intervention loaded) {
        return new Papers(
                provision,
                overdue,
                request,
                advice,
                racRequest,
                loaded,
                analysis,
                selection,
                meeting,
                caseMeeting,
                dataRequest,
                correction,
                notice,
                destruction);
    }

    public Papers with(Analysis loaded) {
        return new Papers(
                provision,
                overdue,
                request,
                advice,
                racRequest,
                intervention,
                loaded,
                selection,
                meeting,
                caseMeeting,
                dataRequest,
                correction,
                notice,
                destruction);
    }

    public Papers with(Selection loaded) {
        return new Papers(
                provision,
                overdue,
                request,
                advice,
                racRequest,
                intervention,
                analysis,
                loaded,
                meeting,
                caseMeeting,
                dataRequest,
                correction,
                notice,
                destruction);
    }

    public Papers with(Meeting loaded) {
        return new Papers(
                provision,
                overdue,
                request,
                advice,
                racRequest,
                intervention,
                analysis,
                selection,
                loaded,
                caseMeeting,
                dataRequest,
                correction,
                notice,
                destruction);
    }

    public Papers with(CaseMeeting loaded) {
        return new Papers(
                provision,
                overdue,
                request,
                advice,
                racRequest,
                intervention,
                analysis,
                selection,
                meeting,
                loaded,
                dataRequest,
                correction,
                notice,
                destruction);
    }

    public Papers with(DataRequest loaded) {
        return new Papers(
                provision,
                overdue,
                request,
                advice,
                racRequest,
                intervention,
                analysis,
                selection,
                meeting,
                caseMeeting,
                loaded,
                correction,
                notice,
                destruction);
    }

    public Papers with(CorrectionProposal loaded) {
        return new Papers(
                provision,
                overdue,
                request,
                advice,
                racRequest,
                intervention,
                analysis,
                selection,
                meeting,
                caseMeeting,
                dataRequest,
                loaded,
                notice,
                destruction);
    }

    public Papers with(CorrectionNotice loaded) {
        return new Papers(
                provision,
                overdue,
                request,
                advice,
                racRequest,
                intervention,
                analysis,
                selection,
                meeting,
                caseMeeting,
                dataRequest,
                correction,
                loaded,
                destruction);
    }

    public Papers with(DestructionList loaded) {
        return new Papers(
                provision,
                overdue,
                request,
                advice,
                racRequest,
                intervention,
                analysis,
                selection,
                meeting,
                caseMeeting,
                dataRequest,
                correction,
                notice,
                loaded);
    }
}
