package nl.knelpunt.rest;

import java.util.List;
import java.util.stream.Stream;
import nl.knelpunt.engine.analysis.Analyses;
import nl.knelpunt.engine.analysis.BarrierModels;
import nl.knelpunt.engine.analysis.Selections;
import nl.knelpunt.engine.closure.Closures;
import nl.knelpunt.engine.consultation.CaseMeetings;
import nl.knelpunt.engine.document.Documents;
import nl.knelpunt.engine.dossier.Data;
import nl.knelpunt.engine.dossier.Involvements;
import nl.knelpunt.engine.dossier.Knelpunten;
import nl.knelpunt.engine.event.Events;
import nl.knelpunt.engine.event.Subscriptions;
import nl.knelpunt.engine.module.Modules;
import nl.knelpunt.engine.oversight.Advices;
import nl.knelpunt.engine.oversight.LegalDuties;
import nl.knelpunt.engine.oversight.LogReader;
import nl.knelpunt.engine.oversight.Operations;
import nl.knelpunt.engine.oversight.Policies;
import nl.knelpunt.engine.oversight.RacRequests;
import nl.knelpunt.engine.plan.Capacities;
import nl.knelpunt.engine.plan.Plans;
import nl.knelpunt.engine.plan.TaskSheets;
import nl.knelpunt.engine.plugin.Router;
import nl.knelpunt.engine.port.Accounts;
import nl.knelpunt.engine.port.HealthCheck;
import nl.knelpunt.engine.port.Regions;
import nl.knelpunt.engine.report.AnnualReports;
import nl.knelpunt.engine.result.Provisions;
import nl.knelpunt.engine.retention.DestructionLists;
import nl.knelpunt.engine.retention.Retention;
import nl.knelpunt.engine.rights.InformationRegister;
import nl.knelpunt.engine.rights.RightsRequests;
import nl.knelpunt.engine.scan.Scans;
import nl.knelpunt.engine.sharing.Corrections;
import nl.knelpunt.engine.sharing.DataRequests;
import nl.knelpunt.engine.signal.Comparisons;
import nl.knelpunt.engine.signal.Messages;
import nl.knelpunt.engine.signal.RecognitionHelp;
import nl.knelpunt.engine.signal.SignalOutcomes;
import nl.knelpunt.engine.signal.Signals;
import nl.knelpunt.engine.steering.Mandates;
import nl.knelpunt.engine.steering.Meetings;
import nl.knelpunt.engine.steering.OutsideDecisions;
import nl.knelpunt.engine.task.Tasks;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/**
 * The services that requests are handed to. All optional and dynamic, so that the server answers on health while the others
 * are still on their way; a request that comes too early is told so.
 */
@Component(service = UseCases.class)
public final class UseCases {

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    volatile Accounts accounts;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    volatile Regions regions;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    volatile Router router;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    volatile Messages messages;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    volatile Signals signals;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    volatile Comparisons comparisons;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    volatile RecognitionHelp recognitionHelp;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    volatile SignalOutcomes signalOutcomes;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    volatile Knelpunten knelpunten;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    volatile Involvements involvements;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    volatile Provisions provisions;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    volatile Analyses analyses;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    volatile Plans plans;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    volatile Selections selections;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    volatile Capacities capacities;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    volatile BarrierModels barrierModels;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    volatile TaskSheets taskSheets;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    volatile Scans scans;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    volatile CaseMeetings caseMeetings;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    volatile RightsRequests rightsRequests;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    volatile Data data;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    volatile DataRequests dataRequests;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    volatile Corrections corrections;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    volatile Tasks tasks;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    volatile Closures closures;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    volatile DestructionLists destructionLists;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    volatile Retention retention;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    volatile Operations operations;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    volatile Policies policies;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    volatile Advices advices;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    volatile RacRequests racRequests;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    volatile AnnualReports reports;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    volatile LegalDuties duties;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    volatile InformationRegister information;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    volatile LogReader log;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    volatile Events events;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    volatile Subscriptions subscriptions;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    volatile Mandates mandates;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    volatile Meetings meetings;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    volatile OutsideDecisions outside;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    volatile Documents documents;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    volatile Modules modules;

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    volatile List<HealthCheck> checks = List.of();

    Accounts accounts() {
        return there(accounts);
    }

    Regions regions() {
        return there(regions);
    }

    Router router() {
        return there(router);
    }

    Messages messages() {
        return there(messages);
    }

    Signals signals() {
        return there(signals);
    }

    Comparisons comparisons() {
        return there(comparisons);
    }

    RecognitionHelp recognitionHelp() {
        return there(recognitionHelp);
    }

    SignalOutcomes signalOutcomes() {
        return there(signalOutcomes);
    }

    Knelpunten knelpunten() {
        return there(knelpunten);
    }

    Plans plans() {
        return there(plans);
    }

    Capacities capacities() {
        return there(capacities);
    }

    Scans scans() {
        return there(scans);
    }

    CaseMeetings caseMeetings() {
        return there(caseMeetings);
    }

    TaskSheets taskSheets() {
        return there(taskSheets);
    }

    Involvements involvements() {
        return there(involvements);
    }

    Provisions provisions() {
        return there(provisions);
    }

    Analyses analyses() {
        return there(analyses);
    }

    Selections selections() {
        return there(selections);
    }

    BarrierModels barrierModels() {
        return there(barrierModels);
    }

    RightsRequests rightsRequests() {
        return there(rightsRequests);
    }

    Tasks tasks() {
        return there(tasks);
    }

    Closures closures() {
        return there(closures);
    }

    DestructionLists destructionLists() {
        return there(destructionLists);
    }

    Retention retention() {
        return there(retention);
    }

    Data data() {
        return there(data);
    }

    DataRequests dataRequests() {
        return there(dataRequests);
    }

    Corrections corrections() {
        return there(corrections);
    }

    Operations operations() {
        return there(operations);
    }

    Policies policies() {
        return there(policies);
    }

    Advices advices() {
        return there(advices);
    }

    AnnualReports reports() {
        return there(reports);
    }

    LegalDuties duties() {
        return there(duties);
    }

    InformationRegister information() {
        return there(information);
    }

    RacRequests racRequests() {
        return there(racRequests);
    }

    LogReader log() {
        return there(log);
    }

    Events events() {
        return there(events);
    }

    Subscriptions subscriptions() {
        return there(subscriptions);
    }

    Mandates mandates() {
        return there(mandates);
    }

    Meetings meetings() {
        return there(meetings);
    }

    OutsideDecisions outside() {
        return there(outside);
    }

    Documents documents() {
        return there(documents);
    }

    Modules modules() {
        return there(modules);
    }

    List<HealthCheck> checks() {
        return checks;
    }

    boolean isComplete() {
        return Stream.of(
                        accounts,
                        regions,
                        router,
                        messages,
                        signals,
                        comparisons,
                        recognitionHelp,
                        signalOutcomes,
                        knelpunten,
                        data,
                        dataRequests,
                        corrections,
                        tasks,
                        closures,
                        destructionLists,
                        retention,
                        involvements,
                        provisions,
                        analyses,
                        selections,
                        barrierModels,
                        plans,
                        capacities,
                        taskSheets,
                        scans,
                        caseMeetings,
                        rightsRequests,
                        operations,
                        policies,
                        advices,
                        racRequests,
                        reports,
                        duties,
                        information,
                        log,
                        events,
                        subscriptions,
                        mandates,
                        meetings,
                        outside,
                        documents,
                        modules)
                .allMatch(s -> s != null);
    }

    private static <T> T there(T service) {
        if (service == null) {
            throw ProblemException.starting();
        }
        return service;
    }
}
